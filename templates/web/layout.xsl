<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The frame of every page. A page's stylesheet imports this one and gives templates for its own
     element: one for what stands in <main>, one in mode="title", and if it likes one in mode="head". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="texts.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"/>

  <xsl:variable name="kind" select="string(/page/@kind)"/>
  <!-- Files of the site are kept for ever under the version they were made with. -->
  <xsl:variable name="v">
    <xsl:if test="/page/@assets"><xsl:value-of select="concat('?v=', /page/@assets)"/></xsl:if>
  </xsl:variable>
  <!-- Data are Chinese whatever the language of the page is. -->
  <xsl:variable name="data-language">zh-Hans</xsl:variable>

  <xsl:template match="/page">
    <html class="no-js">
      <xsl:attribute name="lang">
        <xsl:choose>
          <xsl:when test="@lang = 'en'">en</xsl:when>
          <xsl:otherwise>zh-Hans</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <title>
          <xsl:apply-templates select="*[name() = $kind]" mode="title"/>
          <xsl:text> · </xsl:text>
          <xsl:call-template name="site-name"/>
        </title>
        <link rel="stylesheet" href="/assets/site.css{$v}"/>
        <xsl:choose>
          <xsl:when test="$kind = 'home' or $kind = 'search'">
            <link rel="stylesheet" href="/assets/search.css{$v}"/>
          </xsl:when>
          <xsl:otherwise><link rel="stylesheet" href="/assets/record.css{$v}"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$kind = 'home'">
          <link rel="stylesheet" href="/assets/record.css{$v}"/>
        </xsl:if>
        <link rel="stylesheet" href="/assets/print.css{$v}" media="print"/>
        <link rel="icon" href="/assets/icon.svg{$v}" type="image/svg+xml"/>
        <link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml">
          <xsl:attribute name="title"><xsl:call-template name="site-name"/></xsl:attribute>
        </link>
        <xsl:apply-templates select="*[name() = $kind]" mode="head"/>
        <xsl:if test="not(@print = 'yes')">
          <script src="/assets/idiomorph.js{$v}" defer="defer"/>
          <script src="/assets/site.js{$v}" defer="defer"/>
        </xsl:if>
      </head>
      <body class="{@kind}">
        <xsl:if test="@print = 'yes'"><xsl:attribute name="class">
          <xsl:value-of select="concat(@kind, ' sheet')"/></xsl:attribute></xsl:if>
        <a class="skip" href="#main"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'frame.skip'"/></xsl:call-template></a>
        <xsl:if test="@staff = 'yes'">
          <aside class="staff">
            <xsl:attribute name="aria-label"><xsl:call-template name="text">
              <xsl:with-param name="id" select="'frame.staff.label'"/></xsl:call-template></xsl:attribute>
            <xsl:call-template name="text"><xsl:with-param name="id" select="'frame.staff'"/>
            </xsl:call-template>
          </aside>
        </xsl:if>
        <xsl:call-template name="masthead"/>
        <main id="main" tabindex="-1">
          <xsl:apply-templates select="*[name() = $kind]"/>
        </main>
        <xsl:call-template name="foot"/>
        <p id="live" class="unseen" role="status" aria-live="polite"/>
        <xsl:if test="not(@print = 'yes')"><xsl:call-template name="keys"/></xsl:if>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="*" mode="head"/>

  <xsl:template name="site-name">
    <xsl:choose>
      <xsl:when test="string(/page/@name)"><xsl:value-of select="/page/@name"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="text">
        <xsl:with-param name="id" select="'frame.name'"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="masthead">
    <header class="masthead">
      <a class="home" href="{/page/@home}">
        <xsl:if test="string(/page/@name)">
          <xsl:attribute name="lang"><xsl:value-of select="$data-language"/></xsl:attribute>
        </xsl:if>
        <xsl:call-template name="site-name"/>
      </a>
      <!-- The front page has its own, larger one. -->
      <xsl:if test="not(/page/@kind = 'home')"><xsl:call-template name="search-box"/></xsl:if>
      <nav>
        <xsl:attribute name="aria-label"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'frame.pages'"/></xsl:call-template></xsl:attribute>
        <ul>
          <li><xsl:call-template name="nav-link">
            <xsl:with-param name="to" select="'browse'"/></xsl:call-template></li>
          <li><xsl:call-template name="nav-link">
            <xsl:with-param name="to" select="'help'"/></xsl:call-template></li>
          <xsl:for-each select="/page/language[not(@current = 'yes')]">
            <li><a href="{@href}" rel="alternate">
              <xsl:choose>
                <xsl:when test="@id = 'en'">
                  <xsl:attribute name="lang">en</xsl:attribute>
                  <xsl:attribute name="hreflang">en</xsl:attribute>English</xsl:when>
                <xsl:otherwise>
                  <xsl:attribute name="lang">zh-Hans</xsl:attribute>
                  <xsl:attribute name="hreflang">zh-Hans</xsl:attribute>中文</xsl:otherwise>
              </xsl:choose></a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </header>
  </xsl:template>

  <xsl:template name="nav-link">
    <xsl:param name="to"/>
    <a href="{/page/@*[name() = $to]}">
      <xsl:if test="/page/@kind = $to"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
      <xsl:call-template name="text"><xsl:with-param name="id" select="concat('frame.', $to)"/>
      </xsl:call-template>
    </a>
  </xsl:template>

  <!-- One on each page, so that `/` always finds it. -->
  <xsl:template name="search-box">
    <form class="box" role="search" method="get" action="{/page/box/@action}">
      <label class="unseen" for="q"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'frame.search.label'"/></xsl:call-template></label>
      <input id="q" name="q" type="search" value="{/page/box/@q}" maxlength="1024"
             autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">
        <xsl:attribute name="placeholder"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'frame.search.hint'"/></xsl:call-template></xsl:attribute>
      </input>
      <xsl:for-each select="/page/box/keep">
        <input type="hidden" name="{@name}" value="{@value}"/>
      </xsl:for-each>
      <button type="submit"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'frame.search'"/></xsl:call-template></button>
    </form>
  </xsl:template>

  <xsl:template name="foot">
    <footer class="foot">
      <p>
        <xsl:choose>
          <xsl:when test="/page/@staff = 'yes'"><xsl:call-template name="text">
            <xsl:with-param name="id" select="'frame.foot.staff'"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:call-template name="text">
            <xsl:with-param name="id" select="'frame.foot'"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </p>
      <ul>
        <li><button type="button" class="plain js-only" id="show-keys" aria-haspopup="dialog">
          <xsl:call-template name="text"><xsl:with-param name="id" select="'keys.title'"/>
          </xsl:call-template></button></li>
        <li><a href="/assets/licences.txt"><xsl:call-template name="text">
          <xsl:with-param name="id" select="'frame.licences'"/></xsl:call-template></a></li>
      </ul>
    </footer>
  </xsl:template>

  <xsl:template name="keys">
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'keys.title'"/></xsl:call-template></h2>
      <dl>
        <xsl:call-template name="key"><xsl:with-param name="keys" select="'/'"/>
          <xsl:with-param name="id" select="'keys.box'"/></xsl:call-template>
        <xsl:call-template name="key"><xsl:with-param name="keys" select="'j k'"/>
          <xsl:with-param name="id" select="'keys.hits'"/></xsl:call-template>
        <xsl:call-template name="key"><xsl:with-param name="keys" select="'Enter'"/>
          <xsl:with-param name="id" select="'keys.open'"/></xsl:call-template>
        <xsl:call-template name="key"><xsl:with-param name="keys" select="'n p'"/>
          <xsl:with-param name="id" select="'keys.marks'"/></xsl:call-template>
        <xsl:call-template name="key"><xsl:with-param name="keys" select="'?'"/>
          <xsl:with-param name="id" select="'keys.help'"/></xsl:call-template>
      </dl>
      <p><label class="check"><input type="checkbox" id="keys-on" checked="checked"/>
        <xsl:text> </xsl:text>
        <xsl:call-template name="text"><xsl:with-param name="id" select="'keys.on'"/>
        </xsl:call-template></label></p>
      <form method="dialog"><button type="submit"><xsl:call-template name="text">
        <xsl:with-param name="id" select="'keys.close'"/></xsl:call-template></button></form>
    </dialog>
  </xsl:template>

  <xsl:template name="key">
    <xsl:param name="keys"/>
    <xsl:param name="id"/>
    <div>
      <dt>
        <kbd><xsl:value-of select="substring-before(concat($keys, ' '), ' ')"/></kbd>
        <xsl:if test="contains($keys, ' ')">
          <xsl:text> </xsl:text>
          <kbd><xsl:value-of select="substring-after($keys, ' ')"/></kbd>
        </xsl:if>
      </dt>
      <dd><xsl:call-template name="text"><xsl:with-param name="id" select="$id"/>
      </xsl:call-template></dd>
    </div>
  </xsl:template>

  <!-- What a model may hold anywhere: marked text. -->
  <xsl:template match="mark"><mark><xsl:apply-templates/></mark></xsl:template>
</xsl:stylesheet>
