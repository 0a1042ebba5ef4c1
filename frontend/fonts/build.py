"""Build the TrueType fonts that the PDF sheets embed, from the Noto families packaged for the web.

Browsers never load these files. The web packages cut each family into slices by script; this joins the slices
again, keeps the characters the six languages need, and writes the same bytes each time it runs.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
PACKAGES = HERE.parent / "node_modules" / "@fontsource"
OUT = HERE.parent.parent / "src" / "palermo" / "web" / "static" / "fonts"
LAYOUT = ("GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "STAT", "prep", "gasp")
MOST_BYTES = 2_500_000
FIRST_IDEOGRAPH = 0x4E00
LEVEL_2 = bytes([0xA0 + 56, 0xA1])


def slices(package: str, names: list[str], weight: int) -> list[Path]:
    """Paths of the named slices of a family; stops with what to run if the packages are not there."""
    paths = [PACKAGES / package / "files" / f"{package}-{name}-{weight}-normal.woff2" for name in names]
    if missing := [str(path) for path in paths if not path.exists()]:
        sys.exit(f"expected {missing[0]}; run `npm ci` in frontend/ first")
    return paths


def joined(paths: list[Path], drop: tuple[str, ...] = ("STAT",)) -> TTFont:
    """One font out of slices of the same family; where two hold a character, the first wins."""
    with tempfile.TemporaryDirectory() as folder:
        plain = [str(plain_copy(path, Path(folder) / f"{i}.ttf", drop)) for i, path in enumerate(paths)]
        font = Merger().merge(plain) if len(plain) > 1 else TTFont(plain[0], lazy=False)
    font["head"].created = TTFont(paths[0])["head"].created  # the merger writes the time of day
    return font


def plain_copy(path: Path, target: Path, drop: tuple[str, ...]) -> Path:
    """The slice without web compression and without the named tables."""
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    for table in drop:
        if table in font:
            del font[table]
    font.save(target)
    return target


def keep(font: TTFont, characters: set[int]) -> None:
    """Cut the font to these characters, with the layout rules they need; hints go, PDF does not use them."""
    options = Options(hinting=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def named(font: TTFont, family: str, weight: int) -> None:
    """Name the font so that a typesetter finds it by family and weight, and fix its dates."""
    style = "Bold" if weight == 700 else "Regular"
    compact = f"{family.replace(' ', '')}-{style}"
    for record, text in {1: family, 2: style, 4: f"{family} {style}", 6: compact}.items():
        font["name"].setName(text, record, 3, 1, 0x409)
    for record in (16, 17, 21, 22, 25):
        font["name"].removeNames(nameID=record)
    font["OS/2"].usWeightClass = weight
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False


def write(font: TTFont, family: str, weight: int) -> None:
    """Write `Family-Style.ttf`; refuses a file that would weigh on every checkout."""
    named(font, family, weight)
    path = OUT / f"{family.replace(' ', '')}-{'Bold' if weight == 700 else 'Regular'}.ttf"
    font.save(path)
    if (size := path.stat().st_size) > MOST_BYTES:
        sys.exit(f"expected {path.name} to be at most {MOST_BYTES} bytes, got {size}")
    print(f"{path.name}: {size} bytes, {len(font.getBestCmap())} characters")


def licence(package: str, family: str) -> None:
    """Put the family's Open Font Licence beside it."""
    text = (PACKAGES / package / "LICENSE").read_text(encoding="utf-8")
    (OUT / f"{family.replace(' ', '')}-OFL.txt").write_text(text, encoding="utf-8")


def gb2312() -> set[int]:
    """Both levels of GB 2312 (level 1 alone lacks characters in names of States) and its punctuation."""
    rows = [*range(1, 4), *range(16, 88)]
    pairs = [bytes([0xA0 + row, 0xA0 + cell]) for row in rows for cell in range(1, 95)]
    return {ord(text) for pair in pairs if (text := pair.decode("gb2312", errors="ignore"))}


def chinese() -> TTFont:
    """The whole slice, completed from the numbered slices with the characters it lacks."""
    package, wanted = "noto-sans-sc", gb2312()
    whole = slices(package, ["chinese-simplified"], 400)
    lacking = wanted - set(TTFont(whole[0]).getBestCmap())
    numbered = sorted((PACKAGES / package / "files").glob(f"{package}-[0-9]*-400-normal.woff2"))
    more = [path for path in numbered if lacking & set(TTFont(path).getBestCmap())]
    font = joined([*whole, *more], drop=LAYOUT)
    keep(font, wanted)
    lost = {chr(c) for c in wanted - set(font.getBestCmap()) if c >= FIRST_IDEOGRAPH}
    if first_level := sorted(c for c in lost if c.encode("gb2312") < LEVEL_2):
        sys.exit(f"expected all of GB 2312 level 1, lacking {''.join(first_level)}")
    print(f"rare characters that no slice holds: {len(lost)} {''.join(sorted(lost))}")
    return font


def main() -> None:
    """Build every font and put its licence beside it."""
    OUT.mkdir(parents=True, exist_ok=True)
    european = ["latin", "latin-ext", "cyrillic", "cyrillic-ext"]
    for weight in (400, 700):
        write(joined(slices("noto-sans", european, weight)), "Noto Sans", weight)
        write(joined(slices("noto-naskh-arabic", ["arabic"], weight)), "Noto Naskh Arabic", weight)
    write(chinese(), "Noto Sans SC", 400)
    licence("noto-sans", "Noto Sans")
    licence("noto-naskh-arabic", "Noto Naskh Arabic")
    licence("noto-sans-sc", "Noto Sans SC")


if __name__ == "__main__":
    main()
