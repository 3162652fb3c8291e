#!/usr/bin/env python3
"""ofd.py SCAN.pdf SCAN.ofd: the pictures of a scan as an OFD has them, one that fills each page (GB/T 33190-2016).

Needs pdfimages (poppler). Pictures keep their pixels; pages measure 210 by 297 mm.
"""
import glob, os, subprocess, sys, tempfile, zipfile

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def part(archive, name, body):
    archive.writestr(zipfile.ZipInfo(name), '<?xml version="1.0" encoding="UTF-8"?>' + body, zipfile.ZIP_DEFLATED)


def main(source, target):
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(target, "w") as archive:
        subprocess.run(["pdfimages", "-png", source, os.path.join(folder, "p")], check=True)
        pictures = sorted(glob.glob(os.path.join(folder, "p-*.png")))
        part(archive, "OFD.xml", f'<ofd:OFD {NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>')
        pages, media = "", ""
        for i, picture in enumerate(pictures):
            archive.writestr(zipfile.ZipInfo(f"Doc_0/Res/page_{i}.png"), open(picture, "rb").read())
            media += f'<ofd:MultiMedia ID="{500 + i}" Type="Image" Format="PNG"><ofd:MediaFile>page_{i}.png</ofd:MediaFile></ofd:MultiMedia>'
            pages += f'<ofd:Page ID="{100 + i}" BaseLoc="Pages/Page_{i}/Content.xml"/>'
            part(archive, f"Doc_0/Pages/Page_{i}/Content.xml", f'<ofd:Page {NS}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="{200 + i}">'
                 f'<ofd:ImageObject ID="{300 + i}" Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="{500 + i}"/></ofd:Layer></ofd:Content></ofd:Page>')
        part(archive, "Doc_0/DocumentRes.xml", f'<ofd:Res {NS} BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>')
        part(archive, "Doc_0/Document.xml", f'<ofd:Document {NS}><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>'
             f'<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>')


if __name__ == "__main__":
    main(*sys.argv[1:])
