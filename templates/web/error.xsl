<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="layout.xsl"/>

  <xsl:template match="error" mode="title">
    <xsl:call-template name="text"><xsl:with-param name="id" select="'error.title'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="error">
    <div class="prose">
      <h1><xsl:call-template name="text"><xsl:with-param name="id" select="'error.title'"/></xsl:call-template></h1>
      <div class="notice" role="alert">
        <p><xsl:call-template name="text"><xsl:with-param name="id" select="string(@reason)"/></xsl:call-template></p>
      </div>
    </div>
  </xsl:template>
</xsl:stylesheet>
