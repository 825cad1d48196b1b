"""Makes XLSX files as spreadsheet programs write them, part by part."""

import io
import zipfile

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def packed(sheet, shared="", *, prolog=HEAD):
    """Return an XLSX of one sheet, the rows and the shared texts given as XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        body = f"{prolog}<worksheet xmlns='{_MAIN}'><sheetData>{sheet}</sheetData></worksheet>"
        archive.writestr("xl/worksheets/sheet1.xml", body)
        if shared:
            archive.writestr("xl/sharedStrings.xml", f"{HEAD}<sst xmlns='{_MAIN}'>{shared}</sst>")
    return out.getvalue()


def table(*rows):
    """Return an XLSX whose cells are texts in the cells themselves."""
    xml = ""
    for number, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
            for at, text in enumerate(row)
            if text
        )
        xml += f'<row r="{number}">{cells}</row>'
    return packed(xml)
