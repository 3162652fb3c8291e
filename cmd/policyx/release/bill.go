package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"time"

	cyclonedx "github.com/CycloneDX/cyclonedx-go"
)

// bill writes the bill of materials of a platform: the modules that its programs were linked with, as the programs say.
func (r *release) bill(p platform, programs []file) error {
	list, toolchain, err := r.modules(programs)
	if err != nil {
		return err
	}
	bom := cyclonedx.NewBOM()
	bom.Metadata = &cyclonedx.Metadata{
		Timestamp: r.date.Format(time.RFC3339),
		Component: &cyclonedx.Component{
			BOMRef: "release", Type: cyclonedx.ComponentTypeApplication, Name: "policyx", Version: r.version, Licenses: licences("Apache-2.0"),
			Components: programsOf(programs),
		},
	}
	components := []cyclonedx.Component{{BOMRef: "go", Type: cyclonedx.ComponentTypeLibrary, Name: "go", Version: strings.TrimPrefix(toolchain, "go"), PackageURL: "pkg:golang/std@" + strings.TrimPrefix(toolchain, "go"), Licenses: licences("BSD-3-Clause")}}
	for _, m := range list {
		url := "pkg:golang/" + m.Path + "@" + m.Version
		component := cyclonedx.Component{BOMRef: url, Type: cyclonedx.ComponentTypeLibrary, Name: m.Path, Version: m.Version, PackageURL: url, Licenses: licences(m.licence)}
		if sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(m.Sum, "h1:")); err == nil && len(sum) == sha256.Size {
			component.Hashes = &[]cyclonedx.Hash{{Algorithm: cyclonedx.HashAlgoSHA256, Value: hex.EncodeToString(sum)}} // of the module's files, as go.sum has it
		}
		components = append(components, component)
	}
	bom.Components = &components
	out, err := os.Create(filepath.Join(r.out, "policyx-"+r.version+"-"+p.name()+".cdx.json"))
	if err != nil {
		return err
	}
	defer out.Close()
	if err := cyclonedx.NewBOMEncoder(out, cyclonedx.BOMFileFormatJSON).SetPretty(true).Encode(bom); err != nil {
		return err
	}
	return out.Close()
}

func programsOf(programs []file) *[]cyclonedx.Component {
	var list []cyclonedx.Component
	for _, f := range programs {
		sum := sha256.Sum256(f.content)
		list = append(list, cyclonedx.Component{BOMRef: f.name, Type: cyclonedx.ComponentTypeFile, Name: f.name, Hashes: &[]cyclonedx.Hash{{Algorithm: cyclonedx.HashAlgoSHA256, Value: hex.EncodeToString(sum[:])}}})
	}
	return &list
}

func licences(expression string) *cyclonedx.Licenses {
	return &cyclonedx.Licenses{{Expression: expression}}
}
