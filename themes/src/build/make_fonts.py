#!/usr/bin/env python3
"""Makes the fonts of the workbench: two faces of Hermes Sans, with the Latin letters of Inter and figures of equal
width, and Hermes Mono, with those of JetBrains Mono. The Chinese of all is that of Noto Sans SC.

All sources are under the SIL Open Font License 1.1. One font holds Latin and Chinese because JavaFX takes missing
characters from whatever the machine has, or shows boxes. Needs fontTools; the sources are those of Debian's packages
fonts-inter, fonts-jetbrains-mono, fonts-noto-cjk, fonts-noto-cjk-extra and unicode-data:

    make_fonts.py INTER_FOLDER JETBRAINS_FOLDER NOTO_FOLDER UNICODE_FOLDER OUTPUT_FOLDER
"""
import bz2
import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x192, *range(0x2009, 0x2028), 0x202F, *range(0x2030, 0x203B), 0x2044, 0x2070,
         *range(0x2074, 0x208F), *range(0x20A0, 0x20C0), 0x2122, *range(0x2190, 0x21AA), 0x2202, 0x2206, 0x220F,
         0x2211, 0x2212, 0x221A, 0x221E, 0x222B, 0x2248, 0x2260, 0x2264, 0x2265, 0x25B2, 0x25B6, 0x25BC, 0x25C0,
         0x25CF, 0x2713, 0x2717]


def chinese(unicode):
    """The 8,105 characters in which names may be written in China, and GB 2312 with its punctuation."""
    with bz2.open(unicode / "Unihan_OtherMappings.txt.bz2", "rt", encoding="utf-8") as lines:
        for line in lines:
            if "\tkTGH\t" in line and not line.startswith("#"):
                yield int(line[2:line.index("\t")], 16)
    for lead in range(0xA1, 0xF8):
        for trail in range(0xA1, 0xFF):
            try:
                yield ord(bytes((lead, trail)).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def tabular(font):
    """The glyphs that take the place of figures where all are to be equally wide."""
    table = font["GSUB"].table
    lookups = {i for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for i in record.Feature.LookupListIndex}
    found = {}
    for i in lookups:
        for subtable in table.LookupList.Lookup[i].SubTable:
            found.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return found


def draw(font, name, scale):
    recorded = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(recorded)
    pen = TTGlyphPen(None)
    recorded.replay(TransformPen(Cu2QuPen(pen, 0.8, reverse_direction=True), (scale, 0, 0, scale, 0, 0)))
    return pen.glyph()


def make(inter, noto, wanted_chinese, style, target):
    em = inter["head"].unitsPerEm
    glyphs, widths, characters = {}, {}, {}
    for font, wanted, prefix in ((inter, LATIN, "l"), (noto, wanted_chinese, "c")):
        scale = em / font["head"].unitsPerEm
        known = font.getBestCmap()
        equal = tabular(font) if prefix == "l" else {}
        for character in wanted:
            if character in known and character not in characters:
                source = equal.get(known[character], known[character])
                name = f"{prefix}{character:04X}"
                glyphs[name] = draw(font, source, scale)
                widths[name] = round(font["hmtx"][source][0] * scale)
                characters[character] = name
    glyphs[".notdef"] = draw(inter, ".notdef", 1)
    widths[".notdef"] = inter["hmtx"][".notdef"][0]
    builder = FontBuilder(em, isTTF=True)
    builder.setupGlyphOrder([".notdef", *sorted(name for name in glyphs if name != ".notdef")])
    builder.setupCharacterMap(characters)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (width, getattr(glyphs[name], "xMin", 0) or 0)
                                    for name, width in widths.items()})
    line = inter["hhea"]
    builder.setupHorizontalHeader(ascent=line.ascent, descent=line.descent)
    builder.setupNameTable({
        "copyright": "Inter: Copyright 2016 The Inter Project Authors. Noto Sans CJK: Copyright 2014-2021 Adobe.",
        "familyName": "Hermes Sans", "styleName": style, "uniqueFontIdentifier": f"Hermes Sans {style}",
        "fullName": f"Hermes Sans {style}", "psName": f"HermesSans-{style}", "version": "Version 1.0",
        "licenseDescription": "SIL Open Font License, Version 1.1", "licenseInfoURL": "https://openfontlicense.org"})
    bold = style == "Bold"
    builder.setupOS2(sTypoAscender=line.ascent, sTypoDescender=line.descent, usWinAscent=line.ascent,
                     usWinDescent=-line.descent, usWeightClass=700 if bold else 400,
                     fsSelection=0x20 if bold else 0x40, sxHeight=inter["OS/2"].sxHeight,
                     sCapHeight=inter["OS/2"].sCapHeight)
    builder.setupPost()
    builder.font["head"].macStyle = 1 if bold else 0
    builder.font["head"].created = builder.font["head"].modified = 3_600_000_000
    builder.font.recalcTimestamp = False
    builder.save(target)
    print(f"{target}: {len(glyphs)} glyphs, {target.stat().st_size} bytes")


SPACES = {0x202F: 0x20, 0x2009: 0x20}


def make_mono(mono, noto, wanted_chinese, target):
    """Adds Chinese to a font of equally wide letters, which stays as it is otherwise."""
    scale = mono["head"].unitsPerEm / noto["head"].unitsPerEm
    known, source = mono.getBestCmap(), noto.getBestCmap()
    added = {character: f"c{character:04X}" for character in wanted_chinese
             if character not in known and character in source}
    mono.setGlyphOrder([*mono.getGlyphOrder(), *added.values()])
    for character, name in added.items():
        glyph = draw(noto, source[character], scale)
        mono["glyf"].glyphs[name] = glyph
        mono["hmtx"].metrics[name] = (round(noto["hmtx"][source[character]][0] * scale),
                                      getattr(glyph, "xMin", 0) or 0)
    mono["glyf"].glyphOrder = mono.getGlyphOrder()
    spaces = {space: known[like] for space, like in SPACES.items() if space not in known}
    characters = {**known, **added, **spaces}
    for table in mono["cmap"].tables:
        table.cmap = {character: name for character, name in characters.items()
                      if character < 0x10000 or table.format == 12}
    for record in mono["name"].names:
        record.string = record.toUnicode().replace("JetBrains Mono", "Hermes Mono").replace("JetBrainsMono",
                                                                                            "HermesMono")
        if record.nameID == 0:
            record.string = str(record.string).replace("The Hermes Mono", "The JetBrains Mono").replace(
                "HermesMono", "JetBrainsMono") + ". Noto Sans CJK: Copyright 2014-2021 Adobe."
    mono["post"].formatType = 3
    mono["head"].created = mono["head"].modified = 3_600_000_000
    mono.recalcTimestamp = False
    mono.save(target)
    print(f"{target}: {len(mono.getGlyphOrder())} glyphs, {target.stat().st_size} bytes")


def simplified(collection):
    return next(font for font in TTCollection(collection).fonts
                if font["name"].getDebugName(1).startswith("Noto Sans CJK SC"))


def main():
    inter, jetbrains, noto, unicode, target = map(Path, sys.argv[1:6])
    wanted = sorted(set(chinese(unicode)))
    regular = simplified(noto / "NotoSansCJK-Regular.ttc")
    make(TTFont(inter / "Inter-Regular.otf"), regular, wanted, "Regular", target / "HermesSans-Regular.ttf")
    make(TTFont(inter / "Inter-SemiBold.otf"), simplified(noto / "NotoSansCJK-Medium.ttc"), wanted, "Bold",
         target / "HermesSans-Bold.ttf")
    make_mono(TTFont(jetbrains / "JetBrainsMono-Regular.ttf"), regular, wanted, target / "HermesMono-Regular.ttf")


if __name__ == "__main__":
    main()
