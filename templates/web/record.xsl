<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The page of a record: its text in the middle, what is known of it beside. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="layout.xsl"/>

  <!-- The words for a value that the program gives, such as the role of a file. -->
  <xsl:template match="@*" mode="word">
    <xsl:call-template name="text">
      <xsl:with-param name="id" select="concat('record.', name(), '.', .)"/>
    </xsl:call-template>
  </xsl:template>
  <!-- What has a name in both languages. -->
  <xsl:template match="*" mode="name">
    <xsl:value-of select="@*[name() = $language]"/>
  </xsl:template>
  <xsl:template name="word">
    <xsl:param name="id"/>
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:call-template name="text">
      <xsl:with-param name="id" select="concat('record.', $id)"/>
      <xsl:with-param name="a" select="$a"/>
      <xsl:with-param name="b" select="$b"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="date">
    <xsl:param name="date"/>
    <time datetime="{$date}"><xsl:value-of select="translate($date, 'TZ', '  ')"/></time>
  </xsl:template>
  <xsl:template name="tag">
    <xsl:if test="@provisional = 'yes'">
      <span class="tag"><xsl:call-template name="word">
        <xsl:with-param name="id" select="'provisional'"/></xsl:call-template></span>
    </xsl:if>
  </xsl:template>

  <xsl:template match="record" mode="title">
    <xsl:choose>
      <xsl:when test="choice"><xsl:value-of select="choice/@code"/></xsl:when>
      <xsl:when test="string(head/title) = ''"><xsl:call-template name="word">
        <xsl:with-param name="id" select="'untitled'"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:value-of select="head/title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="record" mode="head">
    <xsl:if test="@json"><link rel="alternate" type="application/json" href="{@json}"/></xsl:if>
    <xsl:if test="before"><link rel="prev" href="{before/@href}"/></xsl:if>
    <xsl:if test="after"><link rel="next" href="{after/@href}"/></xsl:if>
  </xsl:template>

  <xsl:template match="record[choice]">
    <h1><xsl:call-template name="word"><xsl:with-param name="id" select="'choice'"/>
      <xsl:with-param name="a" select="choice/@code"/></xsl:call-template></h1>
    <ul class="ties"><xsl:apply-templates select="choice/record" mode="line"/></ul>
  </xsl:template>

  <xsl:template match="record">
    <xsl:apply-templates select="crumbs"/>
    <article>
      <xsl:apply-templates select="head"/>
      <xsl:if test="before or after">
        <nav class="turn">
          <xsl:attribute name="aria-label"><xsl:call-template name="word">
            <xsl:with-param name="id" select="'neighbours'"/></xsl:call-template></xsl:attribute>
          <xsl:apply-templates select="before | after"/>
        </nav>
      </xsl:if>
      <div class="folio">
        <xsl:apply-templates select="reading"/>
        <div class="aside">
          <xsl:call-template name="description"/>
          <xsl:apply-templates select="files[file]"/>
          <xsl:apply-templates select="relations[relation]"/>
          <xsl:apply-templates select="findings[finding]"/>
          <xsl:apply-templates select="duplicates[duplicate]"/>
          <xsl:apply-templates select="history[entry]"/>
          <xsl:call-template name="citation"/>
          <xsl:apply-templates select="similar[record]"/>
        </div>
      </div>
    </article>
  </xsl:template>

  <xsl:template match="crumbs">
    <nav class="crumbs">
      <xsl:attribute name="aria-label"><xsl:call-template name="word">
        <xsl:with-param name="id" select="'place'"/></xsl:call-template></xsl:attribute>
      <ol>
        <li><a href="{/page/@browse}"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'frame.browse'"/></xsl:call-template></a></li>
        <xsl:for-each select="crumb">
          <li><a href="{@href}">
            <xsl:choose>
              <xsl:when test="@none"><xsl:call-template name="text">
                <xsl:with-param name="id" select="'browse.no-year'"/></xsl:call-template></xsl:when>
              <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
            </xsl:choose></a></li>
        </xsl:for-each>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template match="head">
    <header class="record-head" lang="{$data-language}">
      <p class="line">
        <xsl:if test="@code"><span class="code"><xsl:value-of select="@code"/></span></xsl:if>
        <xsl:call-template name="tag"/>
        <xsl:if test="@doctype"><span><xsl:value-of select="@doctype"/></span></xsl:if>
        <xsl:if test="@number"><span class="number"><xsl:value-of select="@number"/></span></xsl:if>
      </p>
      <h1>
        <xsl:choose>
          <xsl:when test="string(title) = ''">
            <xsl:attribute name="lang"><xsl:value-of select="$language"/></xsl:attribute>
            <xsl:call-template name="word"><xsl:with-param name="id" select="'untitled'"/>
            </xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="title"/></xsl:otherwise>
        </xsl:choose>
      </h1>
      <p class="line">
        <xsl:if test="@creator"><span><xsl:value-of select="@creator"/></span></xsl:if>
        <xsl:if test="@date"><xsl:call-template name="date">
          <xsl:with-param name="date" select="@date"/></xsl:call-template></xsl:if>
        <xsl:if test="@retention"><span><xsl:value-of select="@retention"/></span></xsl:if>
      </p>
    </header>
  </xsl:template>

  <xsl:template match="before | after">
    <a class="{name()}" href="{@href}" lang="{$data-language}" title="{title}">
      <xsl:attribute name="rel"><xsl:choose><xsl:when test="self::before">prev</xsl:when>
        <xsl:otherwise>next</xsl:otherwise></xsl:choose></xsl:attribute>
      <xsl:if test="self::before">← </xsl:if>
      <xsl:value-of select="title"/>
      <xsl:if test="self::after"> →</xsl:if>
    </a>
  </xsl:template>

  <!-- The text -->
  <xsl:template match="reading">
    <section class="reading" id="text" aria-labelledby="text-h">
      <h2 id="text-h" class="unseen"><xsl:call-template name="word">
        <xsl:with-param name="id" select="'text'"/></xsl:call-template></h2>
      <xsl:if test="@marks > 0">
        <div class="tools">
          <span class="count"><xsl:call-template name="word">
            <xsl:with-param name="id" select="'marks'"/>
            <xsl:with-param name="a" select="@marks"/></xsl:call-template></span>
          <a class="button" href="{@first}"><xsl:call-template name="word">
            <xsl:with-param name="id" select="'first-mark'"/></xsl:call-template></a>
          <button type="button" class="js-only" data-mark="previous"><xsl:call-template name="word">
            <xsl:with-param name="id" select="'previous-mark'"/></xsl:call-template></button>
          <button type="button" class="js-only" data-mark="next"><xsl:call-template name="word">
            <xsl:with-param name="id" select="'next-mark'"/></xsl:call-template></button>
        </div>
      </xsl:if>
      <xsl:call-template name="screens"><xsl:with-param name="id" select="'text-screens'"/>
      </xsl:call-template>
      <xsl:apply-templates select="leaf"/>
      <xsl:if test="not(leaf)">
        <p><xsl:call-template name="word"><xsl:with-param name="id" select="'no-text'"/>
        </xsl:call-template></p>
      </xsl:if>
      <xsl:call-template name="screens"><xsl:with-param name="id" select="'text-screens-below'"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <!-- Where a text or a list is too long for one page. -->
  <xsl:template name="screens">
    <xsl:param name="id"/>
    <xsl:if test="screen">
      <nav class="pager">
        <xsl:attribute name="aria-label"><xsl:call-template name="word">
          <xsl:with-param name="id" select="$id"/></xsl:call-template></xsl:attribute>
        <ol>
          <xsl:for-each select="screen">
            <li>
              <xsl:choose>
                <xsl:when test="@current = 'yes'">
                  <span aria-current="page"><xsl:value-of select="@n"/></span></xsl:when>
                <xsl:otherwise><a href="{@href}"><xsl:value-of select="@n"/></a></xsl:otherwise>
              </xsl:choose>
              <xsl:if test="@marks > 0"><xsl:text> </xsl:text>
                <span class="n"><xsl:call-template name="word">
                  <xsl:with-param name="id" select="'marks'"/>
                  <xsl:with-param name="a" select="@marks"/></xsl:call-template></span></xsl:if>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="leaf">
    <section class="leaf" id="{@id}" aria-labelledby="{@id}-h">
      <h3 id="{@id}-h">
        <xsl:if test="@file">
          <xsl:call-template name="role"/>
          <xsl:text> </xsl:text><span lang="{$data-language}"><xsl:value-of select="@file"/></span>
          <xsl:text> · </xsl:text>
        </xsl:if>
        <xsl:call-template name="word">
          <xsl:with-param name="id">
            <xsl:choose><xsl:when test="@continued = 'yes'">page-goes-on</xsl:when>
              <xsl:otherwise>page</xsl:otherwise></xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="a" select="@n"/>
          <xsl:with-param name="b" select="@of"/>
        </xsl:call-template>
      </h3>
      <div class="text" lang="{$data-language}"><xsl:apply-templates select="text"/></div>
    </section>
  </xsl:template>

  <xsl:template match="leaf//mark">
    <mark id="{@id}"><a href="{@next}"><xsl:apply-templates/></a></mark>
  </xsl:template>

  <!-- A document's role in the item and, where it differs, the file's in the document. -->
  <xsl:template name="role">
    <xsl:choose>
      <xsl:when test="@part = 'main' or @part = @role">
        <xsl:apply-templates select="@role" mode="word"/></xsl:when>
      <xsl:when test="@role = 'main'"><xsl:apply-templates select="@part" mode="word"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="@part" mode="word"/> · <xsl:apply-templates select="@role"
          mode="word"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:include href="record-aside.xsl"/>
</xsl:stylesheet>
