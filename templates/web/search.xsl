<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The result: facets beside hits. What is inside #results is changed in place by site.js. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="layout.xsl"/>

  <xsl:template match="search" mode="title">
    <xsl:if test="string(/page/box/@q)">
      <xsl:value-of select="/page/box/@q"/><xsl:text> · </xsl:text>
    </xsl:if>
    <xsl:call-template name="text"><xsl:with-param name="id" select="'search.title'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="search" mode="head">
    <meta name="robots" content="noindex"/>
    <xsl:for-each select="pages/previous"><link rel="prev" href="{@href}"/></xsl:for-each>
    <xsl:for-each select="pages/next"><link rel="next" href="{@href}"/></xsl:for-each>
  </xsl:template>

  <xsl:template match="search">
    <div id="results">
      <xsl:choose>
        <xsl:when test="problem"><xsl:apply-templates select="problem"/></xsl:when>
        <xsl:when test="empty"><xsl:call-template name="nothing-asked"/></xsl:when>
        <xsl:otherwise>
          <div class="found">
            <xsl:call-template name="facets"/>
            <section class="answers" aria-labelledby="count">
              <xsl:call-template name="bar"/>
              <xsl:if test="chosen"><xsl:call-template name="chosen"/></xsl:if>
              <xsl:call-template name="remarks"/>
              <ol class="hits" start="{@first}"><xsl:apply-templates select="hit"/></ol>
              <xsl:apply-templates select="pages"/>
              <xsl:if test="format"><xsl:call-template name="formats"/></xsl:if>
            </section>
          </div>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- ## The query is wrong, or there is none -->

  <xsl:template match="problem">
    <div class="prose">
      <h1 id="count" tabindex="-1"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'search.problem'"/></xsl:call-template></h1>
      <div class="notice">
        <p><xsl:value-of select="message"/></p>
        <xsl:if test="string(hint)"><p><xsl:value-of select="hint"/></p></xsl:if>
        <pre class="caret" lang="{$data-language}"><xsl:value-of select="before"/><mark class="wrong"><xsl:value-of select="wrong"/><xsl:if test="string(wrong) = ''">&#160;</xsl:if></mark><xsl:value-of select="after"/></pre>
        <xsl:for-each select="hint"><p><xsl:value-of select="."/></p></xsl:for-each>
        <xsl:for-each select="suggestion">
          <p><xsl:call-template name="text"><xsl:with-param name="id" select="'search.meant'"/>
            </xsl:call-template><xsl:text> </xsl:text>
            <a href="{@href}" lang="{$data-language}"><xsl:value-of select="@q"/></a></p>
        </xsl:for-each>
        <p><a href="{/page/@help}"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'search.grammar'"/></xsl:call-template></a></p>
      </div>
    </div>
  </xsl:template>

  <xsl:template name="nothing-asked">
    <div class="prose">
      <h1 id="count" tabindex="-1"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'search.empty'"/></xsl:call-template></h1>
      <p><a href="{/page/@help}"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'search.grammar'"/></xsl:call-template></a></p>
    </div>
  </xsl:template>

  <!-- ## Facets -->

  <xsl:template name="facets">
    <details class="facets">
      <summary><xsl:call-template name="text">
        <xsl:with-param name="id" select="'search.facets'"/></xsl:call-template></summary>
      <xsl:apply-templates select="facet[value]"/>
      <xsl:apply-templates select="dates"/>
    </details>
  </xsl:template>

  <xsl:template match="facet">
    <section class="facet" aria-labelledby="f-{@name}">
      <h2 id="f-{@name}"><xsl:call-template name="either"/></h2>
      <ul><xsl:apply-templates select="value[position() &lt;= 8 or @chosen = 'yes']"/></ul>
      <xsl:if test="value[position() &gt; 8 and not(@chosen = 'yes')]">
        <details id="f-{@name}-more">
          <summary><xsl:call-template name="text">
            <xsl:with-param name="id" select="'search.more-values'"/>
            <xsl:with-param name="a" select="count(value[position() &gt; 8 and not(@chosen = 'yes')])"/>
          </xsl:call-template></summary>
          <ul><xsl:apply-templates select="value[position() &gt; 8 and not(@chosen = 'yes')]"/></ul>
        </details>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="facet/value">
    <li>
      <a id="f-{@id}" href="{@href}" rel="nofollow">
        <xsl:if test="@chosen = 'yes'"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
        <span class="value">
          <xsl:choose>
            <xsl:when test="@zh"><xsl:call-template name="either"/></xsl:when>
            <xsl:when test="string(@label) = ''"><xsl:call-template name="text">
              <xsl:with-param name="id" select="'search.without'"/></xsl:call-template></xsl:when>
            <xsl:otherwise>
              <xsl:attribute name="lang"><xsl:value-of select="$data-language"/></xsl:attribute>
              <xsl:value-of select="@label"/>
            </xsl:otherwise>
          </xsl:choose>
        </span>
        <xsl:text> </xsl:text>
        <span class="count"><xsl:if test="../@exact = 'no'">≥ </xsl:if><xsl:value-of select="@count"/></span>
      </a>
    </li>
  </xsl:template>

  <!-- What the model gives in both languages. -->
  <xsl:template name="either">
    <xsl:choose>
      <xsl:when test="/page/@lang = 'en'"><xsl:value-of select="@en"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@zh"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="dates">
    <section class="facet" aria-labelledby="f-dates">
      <h2 id="f-dates"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'search.dates'"/></xsl:call-template></h2>
      <xsl:if test="shortcut">
        <ul>
          <xsl:for-each select="shortcut">
            <li><a id="f-day-{position()}" href="{@href}" rel="nofollow">
              <xsl:if test="@current = 'yes'">
                <xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
              <span class="value"><xsl:choose>
                <xsl:when test="@zh"><xsl:call-template name="either"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="@label"/></xsl:otherwise></xsl:choose></span></a></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <form class="dates" method="get" action="{@action}">
        <xsl:for-each select="keep"><input type="hidden" name="{@name}" value="{@value}"/></xsl:for-each>
        <label><xsl:call-template name="text"><xsl:with-param name="id" select="'search.from'"/>
          </xsl:call-template><xsl:text> </xsl:text>
          <input type="date" id="f-from" name="from" value="{@from}"/></label>
        <label><xsl:call-template name="text"><xsl:with-param name="id" select="'search.to'"/>
          </xsl:call-template><xsl:text> </xsl:text>
          <input type="date" id="f-to" name="to" value="{@to}"/></label>
        <button type="submit" id="f-limit"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'search.limit'"/></xsl:call-template></button>
      </form>
    </section>
  </xsl:template>

  <!-- ## How many, in which order, narrowed by what -->

  <xsl:template name="bar">
    <div class="bar">
      <h1 id="count" tabindex="-1">
        <xsl:choose>
          <xsl:when test="@loosened = 'yes'"><xsl:call-template name="text">
            <xsl:with-param name="id" select="'search.count.loose'"/>
            <xsl:with-param name="a" select="@loose"/></xsl:call-template></xsl:when>
          <xsl:when test="@total = 1"><xsl:call-template name="text">
            <xsl:with-param name="id" select="'search.count.one'"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:call-template name="text">
            <xsl:with-param name="id" select="'search.count'"/>
            <xsl:with-param name="a" select="@total"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </h1>
      <xsl:if test="sort and hit">
        <ul class="sorts">
          <xsl:attribute name="aria-label"><xsl:call-template name="text">
            <xsl:with-param name="id" select="'search.order'"/></xsl:call-template></xsl:attribute>
          <xsl:for-each select="sort">
            <li><a id="s-{@id}" href="{@href}" rel="nofollow">
              <xsl:if test="@current = 'yes'">
                <xsl:attribute name="aria-current">true</xsl:attribute></xsl:if>
              <xsl:call-template name="text">
                <xsl:with-param name="id" select="concat('sort.', @id)"/></xsl:call-template></a></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="chosen">
    <ul class="chosen">
      <xsl:attribute name="aria-label"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'search.chosen'"/></xsl:call-template></xsl:attribute>
      <xsl:for-each select="chosen">
        <li><a href="{@href}" rel="nofollow">
          <span class="unseen"><xsl:call-template name="text">
            <xsl:with-param name="id" select="'search.drop'"/></xsl:call-template><xsl:text> </xsl:text></span>
          <span>
            <xsl:choose>
              <xsl:when test="@zh"><xsl:call-template name="either"/></xsl:when>
              <xsl:when test="string(@label) = ''"><xsl:call-template name="text">
                <xsl:with-param name="id" select="'search.without'"/></xsl:call-template></xsl:when>
              <xsl:otherwise><xsl:attribute name="lang"><xsl:value-of select="$data-language"/>
                </xsl:attribute><xsl:value-of select="@label"/></xsl:otherwise>
            </xsl:choose>
          </span></a></li>
      </xsl:for-each>
      <xsl:for-each select="clear">
        <li><a class="all" href="{@href}" rel="nofollow"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'search.clear'"/></xsl:call-template></a></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- ## What was made of the query, and what else could be asked -->

  <xsl:template name="remarks">
    <xsl:if test="widened or widen">
      <p class="line remark">
        <xsl:for-each select="widened">
          <span lang="{$data-language}"><xsl:value-of select="concat(@word, ' = ', @as)"/></span>
        </xsl:for-each>
        <xsl:for-each select="strict | widen">
          <a href="{@href}" rel="nofollow"><xsl:call-template name="text">
            <xsl:with-param name="id" select="concat('search.', name())"/></xsl:call-template></a>
        </xsl:for-each>
      </p>
    </xsl:if>
    <xsl:for-each select="widen">
      <p class="line remark"><a href="{@href}" rel="nofollow"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'search.widen'"/></xsl:call-template></a></p>
    </xsl:for-each>
    <xsl:if test="@loosened = 'yes' or not(hit) or correction or advice">
      <div class="notice">
        <xsl:if test="@loosened = 'yes'"><p><xsl:call-template name="text">
          <xsl:with-param name="id" select="'search.loosened'"/></xsl:call-template></p></xsl:if>
        <xsl:if test="not(hit) and not(@loosened = 'yes')"><p><xsl:call-template name="text">
          <xsl:with-param name="id" select="'search.none'"/></xsl:call-template></p></xsl:if>
        <xsl:for-each select="correction">
          <p><xsl:call-template name="text"><xsl:with-param name="id" select="'search.meant'"/>
            </xsl:call-template><xsl:text> </xsl:text>
            <a href="{@href}" lang="{$data-language}"><xsl:value-of select="@q"/></a>
            <xsl:if test="@count"><xsl:text> </xsl:text><span class="count">
              <xsl:value-of select="@count"/></span></xsl:if>
            <xsl:if test="string(@example)"><xsl:text> </xsl:text><span class="example"
              lang="{$data-language}"><xsl:value-of select="@example"/></span></xsl:if></p>
        </xsl:for-each>
        <xsl:if test="advice or near">
          <ul>
            <xsl:for-each select="advice">
              <li>
                <xsl:call-template name="text">
                  <xsl:with-param name="id" select="concat('advice.', @kind)"/>
                  <xsl:with-param name="a" select="@part"/>
                  <xsl:with-param name="b" select="@count"/>
                </xsl:call-template>
                <xsl:if test="@href">
                  <xsl:text> </xsl:text>
                  <a href="{@href}" lang="{$data-language}"><xsl:value-of select="@q"/></a>
                  <xsl:if test="@count"><xsl:text> </xsl:text>
                    <span class="count"><xsl:value-of select="@count"/></span></xsl:if>
                </xsl:if>
              </li>
            </xsl:for-each>
            <xsl:for-each select="near">
              <li><xsl:call-template name="text">
                <xsl:with-param name="id" select="'search.near'"/>
                <xsl:with-param name="a" select="@word"/></xsl:call-template>
                <xsl:text> </xsl:text>
                <a href="{@href}" lang="{$data-language}"><xsl:value-of select="@as"/></a></li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- ## Hits -->

  <xsl:template match="hit">
    <li class="hit">
      <h2 lang="{$data-language}"><a href="{@href}"><xsl:apply-templates select="title"/>
        <xsl:if test="string(title) = ''"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'search.untitled'"/></xsl:call-template></xsl:if></a></h2>
      <p class="line" lang="{$data-language}">
        <xsl:if test="string(code)">
          <span><span class="code"><xsl:apply-templates select="code"/></span>
            <xsl:if test="@provisional = 'yes'">
              <xsl:text> </xsl:text>
              <span class="tag">
                <xsl:if test="/page/@lang = 'en'"><xsl:attribute name="lang">en</xsl:attribute></xsl:if>
                <xsl:call-template name="text">
                  <xsl:with-param name="id" select="'search.provisional'"/></xsl:call-template></span>
            </xsl:if></span>
        </xsl:if>
        <xsl:if test="string(docnumber)">
          <span class="number"><xsl:apply-templates select="docnumber"/></span></xsl:if>
        <xsl:if test="string(creator)"><span><xsl:apply-templates select="creator"/></span></xsl:if>
        <xsl:if test="@date"><time datetime="{@date}"><xsl:value-of select="@date"/></time></xsl:if>
        <xsl:if test="@doctype"><span><xsl:value-of select="@doctype"/></span></xsl:if>
        <xsl:if test="@retention"><span><xsl:value-of select="@retention"/></span></xsl:if>
        <xsl:if test="@fonds-name"><span><xsl:value-of select="@fonds-name"/></span></xsl:if>
        <xsl:if test="@loose = 'yes'">
          <span class="tag">
            <xsl:if test="/page/@lang = 'en'"><xsl:attribute name="lang">en</xsl:attribute></xsl:if>
            <xsl:call-template name="text">
              <xsl:with-param name="id" select="'search.partly'"/></xsl:call-template></span>
        </xsl:if>
      </p>
      <xsl:apply-templates select="snippet[string(.)]"/>
      <xsl:for-each select="also">
        <p class="snippet" lang="{$data-language}">
          <span class="page">
            <xsl:if test="/page/@lang = 'en'"><xsl:attribute name="lang">en</xsl:attribute></xsl:if>
            <xsl:call-template name="either"/></span>
          <xsl:apply-templates/></p>
      </xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template match="snippet">
    <p class="snippet" lang="{$data-language}">
      <xsl:if test="@page">
        <span class="page">
          <xsl:if test="/page/@lang = 'en'"><xsl:attribute name="lang">en</xsl:attribute></xsl:if>
          <xsl:call-template name="text"><xsl:with-param name="id" select="'search.page'"/>
            <xsl:with-param name="a" select="@page"/></xsl:call-template></span>
      </xsl:if>
      <xsl:if test="@before = 'yes'">……</xsl:if>
      <xsl:apply-templates/>
      <xsl:if test="@after = 'yes'">……</xsl:if>
    </p>
  </xsl:template>

  <!-- Blanks that lay out a page would tear a snippet apart. -->
  <xsl:template match="snippet//text()">
    <xsl:value-of select="translate(., '&#x3000;&#xFFFD;', '  ')"/>
  </xsl:template>

  <!-- ## Other pages, other forms -->

  <xsl:template match="pages">
    <nav class="pager">
      <xsl:attribute name="aria-label"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'search.pages'"/></xsl:call-template></xsl:attribute>
      <ol>
        <xsl:for-each select="*">
          <li>
            <xsl:choose>
              <xsl:when test="self::gap"><span aria-hidden="true">…</span></xsl:when>
              <xsl:when test="self::previous">
                <a href="{@href}" rel="prev"><xsl:call-template name="text">
                  <xsl:with-param name="id" select="'search.previous'"/></xsl:call-template></a></xsl:when>
              <xsl:when test="self::next">
                <a href="{@href}" rel="next"><xsl:call-template name="text">
                  <xsl:with-param name="id" select="'search.next'"/></xsl:call-template></a></xsl:when>
              <xsl:when test="@current = 'yes'">
                <span aria-current="page"><xsl:value-of select="@n"/></span></xsl:when>
              <xsl:otherwise><a href="{@href}"><xsl:value-of select="@n"/></a></xsl:otherwise>
            </xsl:choose>
          </li>
        </xsl:for-each>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template name="formats">
    <ul class="formats line">
      <xsl:attribute name="aria-label"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'search.formats'"/></xsl:call-template></xsl:attribute>
      <xsl:for-each select="format">
        <li><a href="{@href}" rel="nofollow"><xsl:call-template name="text">
          <xsl:with-param name="id" select="concat('format.', @id)"/></xsl:call-template></a></li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
