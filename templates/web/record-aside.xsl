<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What stands beside the text of a record. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template name="section-heading">
    <xsl:param name="id"/>
    <h2 id="{$id}-h"><xsl:call-template name="word"><xsl:with-param name="id" select="$id"/>
      </xsl:call-template></h2>
  </xsl:template>

  <!-- A row of a list of facts: a label and its value. -->
  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <xsl:param name="note"/>
    <xsl:if test="string($value) != ''">
      <dt><xsl:call-template name="word"><xsl:with-param name="id" select="$label"/>
        </xsl:call-template></dt>
      <dd lang="{$data-language}"><xsl:value-of select="$value"/>
        <xsl:if test="string($note) != ''">
          <span class="source"><xsl:value-of select="$note"/></span></xsl:if></dd>
    </xsl:if>
  </xsl:template>

  <xsl:template name="description">
    <section aria-labelledby="description-h" id="description">
      <xsl:call-template name="section-heading"><xsl:with-param name="id" select="'description'"/>
      </xsl:call-template>
      <dl class="facts">
        <xsl:apply-templates select="fields/field"/>
        <xsl:apply-templates select="filing"/>
      </dl>
    </section>
  </xsl:template>

  <xsl:template match="field">
    <dt><xsl:apply-templates select="." mode="name"/></dt>
    <dd lang="{$data-language}">
      <xsl:for-each select="value">
        <xsl:if test="position() > 1">、</xsl:if>
        <xsl:choose>
          <xsl:when test="../@name = 'date' or ../@name = 'issuing_date' or ../@name = 'received'">
            <xsl:call-template name="date"><xsl:with-param name="date" select="."/>
            </xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
      <span class="source" lang="{$language}">
        <xsl:apply-templates select="source"/>
        <xsl:if test="@confidence"> · <xsl:value-of select="@confidence"/>%</xsl:if>
        <xsl:if test="original"> · <xsl:call-template name="word">
          <xsl:with-param name="id" select="'written-as'"/>
          <xsl:with-param name="a" select="original"/></xsl:call-template></xsl:if>
      </span>
      <xsl:for-each select="rival">
        <span class="source rival">≠ <span lang="{$data-language}"><xsl:value-of
          select="value"/></span><xsl:text> </xsl:text><xsl:apply-templates select="source"/></span>
      </xsl:for-each>
    </dd>
  </xsl:template>

  <xsl:template match="source">
    <xsl:choose>
      <xsl:when test="@page"><xsl:call-template name="word">
        <xsl:with-param name="id" select="'source.text'"/>
        <xsl:with-param name="a" select="@page"/>
        <xsl:with-param name="b" select="@line"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="word">
        <xsl:with-param name="id" select="concat('source.', translate(@kind, ' ', '-'))"/>
      </xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="filing">
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'fonds'"/>
      <xsl:with-param name="value" select="@fonds-name"/>
      <xsl:with-param name="note" select="../head/@fonds"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'year'"/>
      <xsl:with-param name="value" select="../head/@year"/>
      <xsl:with-param name="note" select="@year-rule"/></xsl:call-template>
    <xsl:call-template name="fact"><xsl:with-param name="label" select="'code'"/>
      <xsl:with-param name="value" select="../head/@code"/></xsl:call-template>
    <xsl:if test="former">
      <dt><xsl:call-template name="word"><xsl:with-param name="id" select="'former'"/>
        </xsl:call-template></dt>
      <dd class="code"><xsl:for-each select="former"><xsl:if test="position() > 1">、</xsl:if>
        <xsl:value-of select="."/></xsl:for-each></dd>
    </xsl:if>
    <xsl:if test="../head/@volume">
      <dt><xsl:call-template name="word"><xsl:with-param name="id" select="'volume'"/>
        </xsl:call-template></dt>
      <dd lang="{$data-language}">
        <a href="{@volume-href}"><xsl:value-of select="../head/@volume"/></a>
        <xsl:if test="@volume-title"><span class="source"><xsl:value-of select="@volume-title"/>
        </span></xsl:if></dd>
    </xsl:if>
    <xsl:if test="@first-page">
      <dt><xsl:call-template name="word"><xsl:with-param name="id" select="'pages'"/>
        </xsl:call-template></dt>
      <dd><xsl:value-of select="@first-page"/>–<xsl:value-of select="@last-page"/></dd>
    </xsl:if>
    <xsl:if test="@period">
      <dt><xsl:call-template name="word"><xsl:with-param name="id" select="'period'"/>
        </xsl:call-template></dt>
      <dd lang="{$data-language}"><xsl:value-of select="@period"/>
        <xsl:if test="@rule or @citation"><span class="source"><xsl:value-of select="@rule"/>
          <xsl:if test="@rule and @citation">，</xsl:if><xsl:value-of select="@citation"/></span>
        </xsl:if>
        <xsl:if test="@ends"><span class="source" lang="{$language}"><xsl:call-template name="word">
          <xsl:with-param name="id" select="'ends'"/>
          <xsl:with-param name="a" select="@ends"/></xsl:call-template></span></xsl:if></dd>
    </xsl:if>
    <xsl:if test="@opening or /page/@staff = 'yes'">
      <dt><xsl:call-template name="word"><xsl:with-param name="id" select="'opening'"/>
        </xsl:call-template></dt>
      <dd>
        <xsl:choose>
          <xsl:when test="@opening"><xsl:apply-templates select="@opening" mode="word"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="word">
            <xsl:with-param name="id" select="'opening.none'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@control"><span class="source"><xsl:value-of
          select="@*[name() = concat('control-', $language)]"/><xsl:text> </xsl:text>
          <xsl:value-of select="@control-citation"/></span></xsl:if>
        <xsl:if test="@opens-from"><span class="source"><xsl:call-template name="word">
          <xsl:with-param name="id" select="'opens-from'"/>
          <xsl:with-param name="a" select="@opens-from"/></xsl:call-template></span></xsl:if>
      </dd>
    </xsl:if>
    <xsl:if test="verdict">
      <dt><xsl:call-template name="word"><xsl:with-param name="id" select="'verdict'"/>
        </xsl:call-template></dt>
      <dd><xsl:call-template name="word">
        <xsl:with-param name="id" select="concat('verdict.', verdict)"/></xsl:call-template>
        <xsl:if test="@sealed = 'yes'"> · <xsl:call-template name="word">
          <xsl:with-param name="id" select="'sealed'"/></xsl:call-template></xsl:if></dd>
    </xsl:if>
  </xsl:template>

  <xsl:template match="files">
    <section aria-labelledby="files-h" id="files">
      <xsl:call-template name="section-heading"><xsl:with-param name="id" select="'files'"/>
      </xsl:call-template>
      <ul class="files"><xsl:apply-templates select="file"/></ul>
      <xsl:call-template name="screens"><xsl:with-param name="id" select="'file-screens'"/>
      </xsl:call-template>
    </section>
  </xsl:template>

  <xsl:template match="file">
    <li>
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}" download="" lang="{$data-language}"><xsl:value-of
          select="@name"/></a></xsl:when>
        <xsl:otherwise><span lang="{$data-language}"><xsl:value-of select="@name"/></span>
        </xsl:otherwise>
      </xsl:choose>
      <p class="line">
        <span><xsl:call-template name="role"/></span>
        <xsl:if test="@format"><span><xsl:value-of select="translate(@format,
          'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/></span></xsl:if>
        <span><xsl:value-of select="@size"/></span>
        <xsl:if test="@pages"><span><xsl:call-template name="word">
          <xsl:with-param name="id" select="'page-count'"/>
          <xsl:with-param name="a" select="@pages"/></xsl:call-template></span></xsl:if>
        <xsl:if test="@state and @state != 'read'">
          <span><xsl:apply-templates select="@state" mode="word"/>
            <xsl:if test="@reason">: <xsl:value-of select="@reason"/></xsl:if></span></xsl:if>
        <xsl:if test="not(@href)"><span><xsl:call-template name="word">
          <xsl:with-param name="id" select="'not-stored'"/></xsl:call-template></span></xsl:if>
      </p>
      <details class="digest"><summary>SHA-256</summary><code><xsl:value-of select="@digest"/></code>
        <xsl:if test="@path"><p lang="{$data-language}"><xsl:value-of select="@path"/></p></xsl:if>
      </details>
    </li>
  </xsl:template>

  <xsl:template match="relations">
    <section aria-labelledby="relations-h" id="relations">
      <xsl:call-template name="section-heading"><xsl:with-param name="id" select="'relations'"/>
      </xsl:call-template>
      <ul class="ties"><xsl:for-each select="relation">
        <li>
          <span class="kind"><xsl:apply-templates select="." mode="name"/></span>
          <xsl:apply-templates select="record" mode="link"/>
          <xsl:if test="@evidence"><p class="line" lang="{$data-language}"><span><xsl:value-of
            select="@evidence"/></span></p></xsl:if>
        </li>
      </xsl:for-each></ul>
    </section>
  </xsl:template>

  <xsl:template match="similar">
    <section class="similar" aria-labelledby="similar-h" id="similar">
      <xsl:call-template name="section-heading"><xsl:with-param name="id" select="'similar'"/>
      </xsl:call-template>
      <ul class="ties"><xsl:apply-templates select="record" mode="line"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="record" mode="line">
    <li><xsl:apply-templates select="." mode="link"/></li>
  </xsl:template>

  <xsl:template match="record" mode="link">
    <a href="{@href}" lang="{$data-language}">
      <xsl:choose>
        <xsl:when test="string(title) != ''"><xsl:value-of select="title"/></xsl:when>
        <xsl:otherwise><xsl:call-template name="word"><xsl:with-param name="id" select="'untitled'"/>
        </xsl:call-template></xsl:otherwise>
      </xsl:choose></a>
    <p class="line" lang="{$data-language}">
      <xsl:if test="@fonds-name"><span><xsl:value-of select="@fonds-name"/></span></xsl:if>
      <xsl:if test="@code"><span class="code"><xsl:value-of select="@code"/></span></xsl:if>
      <xsl:call-template name="tag"/>
      <xsl:if test="@number"><span class="number"><xsl:value-of select="@number"/></span></xsl:if>
      <xsl:if test="@date"><xsl:call-template name="date">
        <xsl:with-param name="date" select="@date"/></xsl:call-template></xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="findings">
    <section aria-labelledby="findings-h" id="findings">
      <xsl:call-template name="section-heading"><xsl:with-param name="id" select="'findings'"/>
      </xsl:call-template>
      <ul class="ties"><xsl:for-each select="finding">
        <li>
          <span class="kind"><xsl:apply-templates select="@severity" mode="word"/>
            <xsl:text> </xsl:text><xsl:value-of select="@code"/></span>
          <xsl:apply-templates select="." mode="name"/>
          <xsl:if test="@waived = 'yes'"><span class="tag"><xsl:call-template name="word">
            <xsl:with-param name="id" select="'waived'"/></xsl:call-template></span></xsl:if>
          <p class="line" lang="{$data-language}">
            <xsl:if test="@found"><span><xsl:value-of select="@found"/></span></xsl:if>
            <xsl:if test="@expected"><span>→ <xsl:value-of select="@expected"/></span></xsl:if>
            <xsl:if test="@place"><span><xsl:value-of select="@place"/></span></xsl:if>
          </p>
          <xsl:if test="@*[name() = concat('hint-', $language)]"><p class="line"><span><xsl:value-of
            select="@*[name() = concat('hint-', $language)]"/></span></p></xsl:if>
        </li>
      </xsl:for-each></ul>
    </section>
  </xsl:template>

  <xsl:template match="duplicates">
    <section aria-labelledby="duplicates-h" id="duplicates">
      <xsl:call-template name="section-heading"><xsl:with-param name="id" select="'duplicates'"/>
      </xsl:call-template>
      <ul class="ties"><xsl:for-each select="duplicate">
        <li lang="{$data-language}"><xsl:value-of select="@place"/>
          <p class="line"><span class="code"><xsl:value-of select="@document"/></span></p></li>
      </xsl:for-each></ul>
    </section>
  </xsl:template>

  <xsl:template name="citation">
    <section aria-labelledby="citation-h" id="citation">
      <xsl:call-template name="section-heading"><xsl:with-param name="id" select="'citation'"/>
      </xsl:call-template>
      <p class="cite" lang="{$data-language}"><xsl:value-of select="citation"/></p>
      <p class="line"><a href="{@json}">JSON</a><a href="{@print}"><xsl:call-template name="word">
        <xsl:with-param name="id" select="'print'"/></xsl:call-template></a></p>
    </section>
  </xsl:template>

  <xsl:include href="record-history.xsl"/>
</xsl:stylesheet>
