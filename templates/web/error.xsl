<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What could not be shown, and why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="layout.xsl"/>

  <xsl:template match="error" mode="title">
    <xsl:call-template name="text"><xsl:with-param name="id">
      <xsl:choose>
        <xsl:when test="@status = '404'">error.title.404</xsl:when>
        <xsl:otherwise>error.title</xsl:otherwise>
      </xsl:choose>
    </xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template match="error" mode="head"><meta name="robots" content="noindex"/></xsl:template>

  <xsl:template match="error">
    <div class="prose">
      <h1><xsl:apply-templates select="." mode="title"/></h1>
      <div class="notice" role="alert">
        <p><xsl:call-template name="text"><xsl:with-param name="id" select="string(@reason)"/></xsl:call-template></p>
      </div>
      <p><a href="{/page/@home}"><xsl:call-template name="text"><xsl:with-param name="id" select="'error.home'"/></xsl:call-template></a></p>
    </div>
  </xsl:template>
</xsl:stylesheet>
