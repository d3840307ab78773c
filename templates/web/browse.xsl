<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Browsing: fonds, the years of one, the list of a year or of a volume. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="layout.xsl"/>

  <xsl:template name="say">
    <xsl:param name="id"/>
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:call-template name="text">
      <xsl:with-param name="id" select="concat('browse.', $id)"/>
      <xsl:with-param name="a" select="$a"/>
      <xsl:with-param name="b" select="$b"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="items">
    <xsl:call-template name="say"><xsl:with-param name="id" select="'items'"/>
      <xsl:with-param name="a" select="@count"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="year-name">
    <xsl:param name="year"/>
    <xsl:choose>
      <xsl:when test="$year = ''"><xsl:call-template name="say">
        <xsl:with-param name="id" select="'no-year'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="$year"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="browse" mode="title">
    <xsl:choose>
      <xsl:when test="shelves"><xsl:call-template name="say">
        <xsl:with-param name="id" select="'title'"/></xsl:call-template></xsl:when>
      <xsl:when test="years"><xsl:value-of select="years/@name"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="year-name"><xsl:with-param name="year" select="list/@year"/>
        </xsl:call-template>
        <xsl:if test="string(list/@volume)"><xsl:text> </xsl:text><xsl:value-of
          select="list/@volume"/></xsl:if>
        <xsl:text> · </xsl:text><xsl:value-of select="list/@name"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="browse"><xsl:apply-templates/></xsl:template>

  <xsl:template match="shelves">
    <h1><xsl:call-template name="say"><xsl:with-param name="id" select="'title'"/>
      </xsl:call-template></h1>
    <ul class="shelves">
      <xsl:for-each select="shelf">
        <li>
          <h2><a href="{@href}" lang="{$data-language}"><xsl:value-of select="@name"/></a></h2>
          <p class="line">
            <span class="code"><xsl:value-of select="@fonds"/></span>
            <xsl:if test="@first"><span><xsl:value-of select="@first"/>
              <xsl:if test="@first != @last">–<xsl:value-of select="@last"/></xsl:if></span></xsl:if>
            <span><xsl:call-template name="items"/></span>
          </p>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- Where one is: every step but the last is a link. -->
  <xsl:template name="crumbs">
    <nav class="crumbs">
      <xsl:attribute name="aria-label"><xsl:call-template name="say">
        <xsl:with-param name="id" select="'place'"/></xsl:call-template></xsl:attribute>
      <ol>
        <li><a href="{/page/@browse}"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'frame.browse'"/></xsl:call-template></a></li>
        <xsl:choose>
          <xsl:when test="self::years">
            <li aria-current="page"><xsl:value-of select="@fonds"/></li></xsl:when>
          <xsl:otherwise>
            <li><a href="{@href}"><xsl:value-of select="@fonds"/></a></li>
            <xsl:choose>
              <xsl:when test="@outside">
                <li><a href="{@year-href}"><xsl:call-template name="year-name">
                  <xsl:with-param name="year" select="@year"/></xsl:call-template></a></li>
                <li aria-current="page"><xsl:call-template name="volume-name"/></li>
              </xsl:when>
              <xsl:otherwise><li aria-current="page"><xsl:call-template name="year-name">
                <xsl:with-param name="year" select="@year"/></xsl:call-template></li></xsl:otherwise>
            </xsl:choose>
          </xsl:otherwise>
        </xsl:choose>
      </ol>
    </nav>
  </xsl:template>
  <xsl:template name="volume-name">
    <xsl:choose>
      <xsl:when test="@outside = 'yes'"><xsl:call-template name="say">
        <xsl:with-param name="id" select="'outside'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="@volume"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="years">
    <xsl:call-template name="crumbs"/>
    <h1 lang="{$data-language}"><xsl:value-of select="@name"/></h1>
    <p class="line"><span class="code"><xsl:value-of select="@fonds"/></span>
      <span><xsl:call-template name="items"/></span>
      <a href="{@search}"><xsl:call-template name="say">
        <xsl:with-param name="id" select="'search-fonds'"/></xsl:call-template></a></p>
    <xsl:if test="year">
      <h2 id="years-h"><xsl:call-template name="say"><xsl:with-param name="id" select="'years'"/>
        </xsl:call-template></h2>
      <ol class="years" aria-labelledby="years-h">
        <xsl:for-each select="year">
          <li><a href="{@href}">
            <svg viewBox="0 0 40 100" preserveAspectRatio="none" aria-hidden="true"
                 focusable="false"><rect x="6" y="{@top}" width="28" height="{@height}"/></svg>
            <span><xsl:call-template name="year-name"><xsl:with-param name="year" select="@value"/>
              </xsl:call-template></span>
            <span class="n"><xsl:call-template name="items"/></span>
          </a></li>
        </xsl:for-each>
      </ol>
    </xsl:if>
  </xsl:template>

  <xsl:template match="list">
    <xsl:call-template name="crumbs"/>
    <h1><span lang="{$data-language}"><xsl:value-of select="@name"/></span><xsl:text> </xsl:text>
      <xsl:call-template name="year-name"><xsl:with-param name="year" select="@year"/>
      </xsl:call-template>
      <xsl:if test="@outside"><xsl:text> </xsl:text><xsl:call-template name="volume-name"/></xsl:if>
    </h1>
    <p class="line">
      <span><xsl:call-template name="say"><xsl:with-param name="id" select="'items'"/>
        <xsl:with-param name="a" select="@total"/></xsl:call-template></span>
      <a href="{@search}"><xsl:call-template name="say">
        <xsl:with-param name="id" select="'search-list'"/></xsl:call-template></a>
      <xsl:if test="@csv"><a href="{@csv}">CSV</a><a href="{@json}">JSON</a></xsl:if>
      <a href="{@print}"><xsl:call-template name="say"><xsl:with-param name="id" select="'print'"/>
        </xsl:call-template></a>
    </p>
    <xsl:if test="count(part) > 1 or @retention">
      <nav>
        <xsl:attribute name="aria-label"><xsl:call-template name="say">
          <xsl:with-param name="id" select="'periods'"/></xsl:call-template></xsl:attribute>
        <ul class="parts">
          <li><a href="{@year-href}">
            <xsl:if test="not(@retention)"><xsl:attribute name="aria-current">page</xsl:attribute>
            </xsl:if>
            <xsl:call-template name="say"><xsl:with-param name="id" select="'all'"/>
            </xsl:call-template></a></li>
          <xsl:for-each select="part">
            <li><a href="{@href}" lang="{$data-language}">
              <xsl:if test="@current = 'yes'"><xsl:attribute name="aria-current">page</xsl:attribute>
              </xsl:if>
              <xsl:choose>
                <xsl:when test="@value = ''"><xsl:call-template name="say">
                  <xsl:with-param name="id" select="'no-period'"/></xsl:call-template></xsl:when>
                <xsl:otherwise><xsl:value-of select="@value"/></xsl:otherwise>
              </xsl:choose></a><xsl:text> </xsl:text><xsl:value-of select="@count"/></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
    <xsl:apply-templates select="volumes"/>
    <xsl:call-template name="table"/>
    <xsl:apply-templates select="pager"/>
  </xsl:template>

  <xsl:template match="volumes">
    <table class="list" role="table">
      <caption><xsl:call-template name="say"><xsl:with-param name="id" select="'volumes'"/>
        </xsl:call-template></caption>
      <thead role="rowgroup"><tr role="row">
        <xsl:call-template name="column"><xsl:with-param name="id" select="'volume'"/>
        </xsl:call-template>
        <xsl:if test="volume[. != '']"><xsl:call-template name="column">
          <xsl:with-param name="id" select="'name'"/></xsl:call-template></xsl:if>
        <xsl:call-template name="column"><xsl:with-param name="id" select="'count'"/>
        </xsl:call-template>
      </tr></thead>
      <tbody role="rowgroup">
        <xsl:for-each select="volume">
          <tr role="row" lang="{$data-language}">
            <td role="cell" class="code"><a href="{@href}"><xsl:value-of select="@code"/></a></td>
            <xsl:if test="../volume[. != '']"><td role="cell" class="title"><xsl:value-of
              select="."/></td></xsl:if>
            <td role="cell" class="n"><xsl:value-of select="@count"/></td>
          </tr>
        </xsl:for-each>
        <xsl:for-each select="outside">
          <tr role="row">
            <td role="cell"><a href="{@href}"><xsl:call-template name="say">
              <xsl:with-param name="id" select="'outside'"/></xsl:call-template></a></td>
            <xsl:if test="../volume[. != '']"><td role="cell" class="title"/></xsl:if>
            <td role="cell" class="n"><xsl:value-of select="@count"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template name="column">
    <xsl:param name="id"/>
    <th role="columnheader" scope="col"><xsl:call-template name="say">
      <xsl:with-param name="id" select="concat('column.', $id)"/></xsl:call-template></th>
  </xsl:template>

  <!-- 归档文件目录 -->
  <xsl:template name="table">
    <table class="list" role="table">
      <caption><xsl:call-template name="say"><xsl:with-param name="id" select="'list'"/>
        </xsl:call-template></caption>
      <thead role="rowgroup"><tr role="row">
        <xsl:call-template name="column"><xsl:with-param name="id" select="'n'"/></xsl:call-template>
        <xsl:call-template name="column"><xsl:with-param name="id" select="'code'"/></xsl:call-template>
        <xsl:call-template name="column"><xsl:with-param name="id" select="'number'"/></xsl:call-template>
        <xsl:call-template name="column"><xsl:with-param name="id" select="'creator'"/></xsl:call-template>
        <xsl:call-template name="column"><xsl:with-param name="id" select="'title'"/></xsl:call-template>
        <xsl:call-template name="column"><xsl:with-param name="id" select="'date'"/></xsl:call-template>
        <xsl:call-template name="column"><xsl:with-param name="id" select="'pages'"/></xsl:call-template>
        <xsl:call-template name="column"><xsl:with-param name="id" select="'period'"/></xsl:call-template>
      </tr></thead>
      <tbody role="rowgroup" lang="{$data-language}"><xsl:apply-templates select="item"/></tbody>
    </table>
  </xsl:template>

  <xsl:template match="item">
    <tr role="row">
      <td role="cell" class="n"><xsl:value-of select="@n"/></td>
      <td role="cell" class="code"><xsl:value-of select="@code"/>
        <xsl:if test="@provisional = 'yes'"><xsl:text> </xsl:text><span class="tag"
          lang="{$language}"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'record.provisional'"/></xsl:call-template></span></xsl:if>
      </td>
      <td role="cell" class="number"><xsl:value-of select="@number"/></td>
      <td role="cell" class="creator"><xsl:value-of select="@creator"/></td>
      <td role="cell" class="title"><a href="{@href}">
        <xsl:choose>
          <xsl:when test="string(.) = ''"><xsl:call-template name="text">
            <xsl:with-param name="id" select="'record.untitled'"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose></a></td>
      <td role="cell"><xsl:if test="@date != ''"><time datetime="{@date}"><xsl:value-of
        select="@date"/></time></xsl:if></td>
      <td role="cell" class="n"><xsl:value-of select="@pages"/></td>
      <td role="cell"><xsl:value-of select="@retention"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="pager">
    <nav class="pager">
      <xsl:attribute name="aria-label"><xsl:call-template name="say">
        <xsl:with-param name="id" select="'pager'"/></xsl:call-template></xsl:attribute>
      <ol>
        <xsl:if test="@before"><li><a href="{@before}" rel="prev"><xsl:call-template name="say">
          <xsl:with-param name="id" select="'before'"/></xsl:call-template></a></li></xsl:if>
        <xsl:for-each select="page">
          <xsl:if test="@gap = 'yes'"><li>…</li></xsl:if>
          <li><xsl:choose>
            <xsl:when test="@current = 'yes'"><span aria-current="page"><xsl:value-of
              select="@n"/></span></xsl:when>
            <xsl:otherwise><a href="{@href}"><xsl:value-of select="@n"/></a></xsl:otherwise>
          </xsl:choose></li>
        </xsl:for-each>
        <xsl:if test="@after"><li><a href="{@after}" rel="next"><xsl:call-template name="say">
          <xsl:with-param name="id" select="'after'"/></xsl:call-template></a></li></xsl:if>
      </ol>
    </nav>
  </xsl:template>
</xsl:stylesheet>
