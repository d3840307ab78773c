<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The front page: the box, then what there is. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="layout.xsl"/>

  <xsl:template match="home" mode="title">
    <xsl:call-template name="text"><xsl:with-param name="id" select="'home.title'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="home">
    <div class="front">
      <h1>
        <xsl:if test="string(/page/@name)">
          <xsl:attribute name="lang"><xsl:value-of select="$data-language"/></xsl:attribute></xsl:if>
        <xsl:call-template name="site-name"/>
      </h1>
      <xsl:call-template name="search-box"/>
      <xsl:if test="try">
        <p class="tries">
          <xsl:call-template name="text"><xsl:with-param name="id" select="'home.try'"/></xsl:call-template>
          <xsl:for-each select="try">
            <xsl:text> </xsl:text>
            <a href="{@href}" lang="{$data-language}"><xsl:value-of select="."/></a>
          </xsl:for-each>
        </p>
      </xsl:if>
    </div>
    <xsl:if test="year">
      <section aria-labelledby="years">
        <h2 id="years"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'home.years'"/></xsl:call-template></h2>
        <ol class="years">
          <xsl:for-each select="year">
            <xsl:sort select="@value" data-type="number"/>
            <li><a href="{@href}">
              <svg viewBox="0 0 40 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect x="6" width="28" y="{100 - @height}" height="{@height}"/></svg>
              <span><xsl:value-of select="@value"/></span><xsl:text> </xsl:text>
              <span class="n"><xsl:value-of select="@count"/></span></a></li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
    <xsl:if test="count(fonds) &gt; 1">
      <section aria-labelledby="fonds">
        <h2 id="fonds"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'home.fonds'"/></xsl:call-template></h2>
        <ul class="shelves">
          <xsl:for-each select="fonds">
            <li><h3 lang="{$data-language}"><a href="{@href}"><xsl:value-of select="@name"/></a></h3>
              <p class="line"><span class="code"><xsl:value-of select="@code"/></span>
                <xsl:if test="@count"><span><xsl:call-template name="text">
                  <xsl:with-param name="id" select="'home.count'"/>
                  <xsl:with-param name="a" select="@count"/></xsl:call-template></span></xsl:if></p></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
