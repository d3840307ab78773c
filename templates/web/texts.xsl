<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The words of the pages, out of texts.xml, in the language of the page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:variable name="language" select="string(/page/@lang)"/>
  <xsl:variable name="texts" select="document('texts.xml')/texts"/>
  <xsl:key name="text" match="text" use="@id"/>

  <!-- {a}, {b} and {c} in the text are what is given. Page and text that has no words: the id. -->
  <xsl:template name="text">
    <xsl:param name="id"/>
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <xsl:variable name="words">
      <xsl:for-each select="$texts">
        <xsl:value-of select="key('text', $id)/*[name() = $language]"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="string($words) = ''"><xsl:value-of select="$id"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="filled">
          <xsl:with-param name="words" select="string($words)"/>
          <xsl:with-param name="a" select="$a"/>
          <xsl:with-param name="b" select="$b"/>
          <xsl:with-param name="c" select="$c"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- One step to the first brace, so that braces in what is filled in stay as they are. -->
  <xsl:template name="filled">
    <xsl:param name="words"/>
    <xsl:param name="a"/>
    <xsl:param name="b"/>
    <xsl:param name="c"/>
    <xsl:choose>
      <xsl:when test="contains($words, '{')">
        <xsl:variable name="name" select="substring(substring-after($words, '{'), 1, 1)"/>
        <xsl:value-of select="substring-before($words, '{')"/>
        <xsl:choose>
          <xsl:when test="$name = 'a'"><xsl:value-of select="$a"/></xsl:when>
          <xsl:when test="$name = 'b'"><xsl:value-of select="$b"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$c"/></xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="filled">
          <xsl:with-param name="words" select="substring-after($words, '}')"/>
          <xsl:with-param name="a" select="$a"/>
          <xsl:with-param name="b" select="$b"/>
          <xsl:with-param name="c" select="$c"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
