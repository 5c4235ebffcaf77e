package dataset

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"path"

	"github.com/predicthealth/predicthealth/service/dataset/fhir"
)

// archive reads the files in an archive, or a file that is none as the only one.
type archive struct {
	file sourceFile
	// most is how many bytes of text there may be in all: a few kilobytes of zeros can unzip to gigabytes.
	most int64
	// each is called for each file with its text; ignore for each that is not read.
	each   func(member sourceFile, text *bufio.Reader) error
	ignore func(name, reason string)

	rest int64
	seen int
}

// tarMagic stands at this place of a tar archive.
const (
	tarMagic   = "ustar"
	tarMagicAt = 257
)

// read tells from the first bytes what the content is.
func (a *archive) read(content io.Reader) error {
	a.rest = a.most
	text, err := fhir.Text(content)
	if err != nil {
		return err
	}
	beginning, _ := text.Peek(tarMagicAt + len(tarMagic))
	switch {
	case a.file.format == CSV:
		return a.each(a.file, a.bounded(text))
	case len(beginning) > 4 && string(beginning[:4]) == "PK\x03\x04":
		err = a.zip(content)
	case len(beginning) > tarMagicAt && string(beginning[tarMagicAt:]) == tarMagic:
		err = a.tar(text)
	case a.file.format == Archive:
		return &FileError{Detail: "the file is neither a zip nor a tar archive"}
	default:
		return a.each(a.file, a.bounded(text))
	}
	if err == nil && a.seen == 0 {
		return &FileError{Detail: "the archive holds no FHIR file: their names end in .ndjson, .jsonl or .json"}
	}
	return err
}

func (a *archive) zip(content io.Reader) error {
	at, random := content.(io.ReaderAt)
	if !random {
		return &FileError{Detail: "a zip archive must be a whole file, not a stream"}
	}
	zipped, err := zip.NewReader(at, a.file.size)
	if err != nil {
		return &FileError{Detail: "the zip archive is broken or cut off: fetch it again", Err: err}
	}
	for _, member := range zipped.File {
		if member.FileInfo().IsDir() {
			continue
		}
		err := a.member(member.Name, func() (io.Reader, error) {
			if member.Flags&1 != 0 {
				return nil, &FileError{Detail: "it is encrypted"}
			}
			return member.Open()
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *archive) tar(text io.Reader) error {
	for archived := tar.NewReader(text); ; {
		header, err := archived.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return &FileError{Detail: "the tar archive is broken or cut off: fetch it again", Err: err}
		case header.Typeflag == tar.TypeDir:
			continue
		case header.Typeflag != tar.TypeReg:
			a.ignore(a.nameOf(header.Name), "it is a link or a device")
			continue
		}
		if err := a.member(header.Name, func() (io.Reader, error) { return archived, nil }); err != nil {
			return err
		}
	}
}

// member reads a file of the archive.
func (a *archive) member(name string, open func() (io.Reader, error)) error {
	file, reason := named(name)
	file.name = a.nameOf(name)
	if file.format == Archive {
		reason = "it is an archive inside an archive"
	}
	if reason != "" {
		a.ignore(file.name, reason)
		return nil
	}
	a.seen++
	content, err := open()
	if err != nil {
		return unreadable(file, err)
	}
	if closer, ok := content.(io.Closer); ok {
		defer func() { _ = closer.Close() }()
	}
	text, err := fhir.Text(content)
	if err != nil {
		return unreadable(file, err)
	}
	return a.each(file, a.bounded(text))
}

// nameOf returns the name of a file of the archive, for people.
func (a *archive) nameOf(name string) string { return path.Join(a.file.name, name) }

// bounded fails when the archive's text becomes longer than is allowed.
func (a *archive) bounded(text io.Reader) *bufio.Reader {
	return bufio.NewReaderSize(&boundedText{a, text}, fhir.BufferSize)
}

// MaxText is the maximum length of a file's text, unzipped, in bytes.
const MaxText int64 = 4 << 30

type boundedText struct {
	archive *archive
	text    io.Reader
}

func (b *boundedText) Read(p []byte) (int, error) {
	n, err := b.text.Read(p)
	if b.archive.rest -= int64(n); b.archive.rest < 0 {
		return 0, &FileError{Detail: fmt.Sprintf("the file has more than %d MiB when it is unzipped: load it in parts", b.archive.most>>20)}
	}
	return n, err
}
