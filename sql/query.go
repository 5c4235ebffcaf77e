package sqlfiles

import "fmt"

// Query returns the text of queries/<name>.sql. It panics when there is no such file: names are constants.
func Query(name string) string {
	text, err := FS.ReadFile("queries/" + name + ".sql")
	if err != nil {
		panic(fmt.Sprintf("sqlfiles: no query %q: %v", name, err))
	}
	return string(text)
}
