-- SPDX-License-Identifier: GPL-3.0-or-later
-- Extracted texts, format 3: derived, may be deleted; extract fills it again from objects/.
DROP TABLE IF EXISTS text;
CREATE TABLE text (
  digest TEXT NOT NULL, reader TEXT NOT NULL, revision INTEGER NOT NULL, summary TEXT NOT NULL,
  pages TEXT NOT NULL, properties TEXT NOT NULL, layout TEXT NOT NULL,
  PRIMARY KEY (digest, reader, revision)) WITHOUT ROWID;
