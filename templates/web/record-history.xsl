<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What happened to a record, a line each. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="history">
    <section aria-labelledby="history-h" id="history">
      <xsl:call-template name="section-heading"><xsl:with-param name="id" select="'history'"/>
      </xsl:call-template>
      <ol class="story"><xsl:apply-templates select="entry"/></ol>
      <xsl:if test="@more"><p><a href="{@more}"><xsl:call-template name="word">
        <xsl:with-param name="id" select="'history.more'"/></xsl:call-template></a></p></xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="entry">
    <li>
      <xsl:call-template name="date"><xsl:with-param name="date" select="@when"/></xsl:call-template>
      <div>
        <xsl:apply-templates select="@kind" mode="word"/>
        <xsl:if test="@field"><xsl:text> </xsl:text><xsl:call-template name="decided-field"/></xsl:if>
        <xsl:if test="@before or @value"><xsl:text>: </xsl:text>
          <span lang="{$data-language}">
            <xsl:if test="@before"><del><xsl:value-of select="@before"/></del>
              <xsl:text> → </xsl:text></xsl:if>
            <xsl:choose>
              <xsl:when test="@value"><xsl:value-of select="@value"/></xsl:when>
              <xsl:otherwise>—</xsl:otherwise>
            </xsl:choose></span></xsl:if>
        <p class="line">
          <xsl:if test="@by"><span lang="{$data-language}"><xsl:value-of select="@by"/></span></xsl:if>
          <xsl:if test="@why"><span lang="{$data-language}"><xsl:value-of select="@why"/></span></xsl:if>
          <xsl:if test="@subject"><span lang="{$data-language}"><xsl:value-of select="@subject"/></span>
          </xsl:if>
          <xsl:if test="@stage"><span><xsl:value-of select="@stage"/></span></xsl:if>
          <xsl:if test="@run"><span class="code"><xsl:value-of select="@run"/></span></xsl:if>
        </p>
      </div>
    </li>
  </xsl:template>

  <!-- A field of the description, a decision that has words, or the name as it is decided by. -->
  <xsl:template name="decided-field">
    <xsl:choose>
      <xsl:when test="@zh"><xsl:apply-templates select="." mode="name"/></xsl:when>
      <xsl:when test="contains(' period filed opening control year return duplicate withdraw merge
        split pin order former_code archive_number origin components text description relations item
        checks appraisal placement code ', concat(' ', @field, ' '))">
        <xsl:apply-templates select="@field" mode="word"/></xsl:when>
      <xsl:otherwise><code><xsl:value-of select="@field"/></code></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
