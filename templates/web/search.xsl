<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="layout.xsl"/>

  <xsl:template match="search" mode="title">
    <xsl:value-of select="/page/box/@q"/>
  </xsl:template>

  <xsl:template match="search">
    <ol class="hits">
      <xsl:for-each select="hit">
        <li class="hit"><h2><xsl:apply-templates select="title"/></h2></li>
      </xsl:for-each>
    </ol>
  </xsl:template>
</xsl:stylesheet>
