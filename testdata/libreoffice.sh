#!/bin/sh
# libreoffice.sh: formats/NAME.libreoffice.rtf, what LibreOffice makes of formats/NAME.docx. Run in this folder.
set -e
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for name in task-table label-lines; do
	soffice "-env:UserInstallation=file://$out/profile" --headless --convert-to rtf --outdir "$out" "formats/$name.docx"
	mv "$out/$name.rtf" "formats/$name.libreoffice.rtf"
done
