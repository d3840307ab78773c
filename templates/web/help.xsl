<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- How to search. Every example can be tried. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="layout.xsl"/>

  <xsl:template match="help" mode="title">
    <xsl:call-template name="text"><xsl:with-param name="id" select="'help.title'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="help">
    <div class="prose">
      <h1><xsl:apply-templates select="." mode="title"/></h1>
      <xsl:apply-templates select="section"/>
    </div>
  </xsl:template>

  <xsl:template match="help/section">
    <section aria-labelledby="{@id}">
      <h2 id="{@id}"><xsl:value-of select="title"/></h2>
      <xsl:for-each select="text"><p><xsl:value-of select="."/></p></xsl:for-each>
      <xsl:if test="field">
        <table role="table">
          <xsl:call-template name="heading"><xsl:with-param name="first" select="'help.field'"/>
            <xsl:with-param name="second" select="'help.example'"/></xsl:call-template>
          <tbody role="rowgroup"><xsl:apply-templates select="field"/></tbody>
        </table>
      </xsl:if>
      <xsl:if test="example">
        <table role="table">
          <xsl:call-template name="heading"><xsl:with-param name="first" select="'help.typed'"/></xsl:call-template>
          <tbody role="rowgroup"><xsl:apply-templates select="example"/></tbody>
        </table>
      </xsl:if>
      <xsl:if test="mistake">
        <table role="table">
          <xsl:call-template name="heading"><xsl:with-param name="first" select="'help.typed'"/>
            <xsl:with-param name="second" select="'help.instead'"/></xsl:call-template>
          <tbody role="rowgroup"><xsl:apply-templates select="mistake"/></tbody>
        </table>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="first"/>
    <xsl:param name="second"/>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col"><xsl:call-template name="text">
          <xsl:with-param name="id" select="$first"/></xsl:call-template></th>
        <xsl:if test="$second">
          <th role="columnheader" scope="col"><xsl:call-template name="text">
            <xsl:with-param name="id" select="$second"/></xsl:call-template></th>
        </xsl:if>
        <th role="columnheader" scope="col"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'help.means'"/></xsl:call-template></th>
      </tr>
    </thead>
  </xsl:template>

  <xsl:template match="field">
    <tr role="row">
      <td role="cell" lang="{$data-language}">
        <xsl:for-each select="name">
          <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
          <code><xsl:value-of select="."/>:</code>
        </xsl:for-each>
      </td>
      <td role="cell"><xsl:apply-templates select="query"/></td>
      <td role="cell"><xsl:value-of select="says"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="example">
    <tr role="row">
      <td role="cell"><xsl:apply-templates select="query"/></td>
      <td role="cell"><xsl:value-of select="says"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="mistake">
    <tr role="row">
      <td role="cell"><xsl:apply-templates select="query"/></td>
      <td role="cell"><xsl:apply-templates select="instead"/></td>
      <td role="cell"><xsl:value-of select="says"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="query | instead">
    <a href="{@href}" lang="{$data-language}"><code><xsl:value-of select="."/></code></a>
  </xsl:template>
</xsl:stylesheet>
