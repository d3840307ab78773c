<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="layout.xsl"/>

  <xsl:template match="home" mode="title">
    <xsl:call-template name="text"><xsl:with-param name="id" select="'home.title'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="home">
    <div class="front">
      <h1><xsl:call-template name="site-name"/></h1>
      <xsl:call-template name="search-box"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
