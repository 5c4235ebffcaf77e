package config

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/caarlos0/env/v11"
	"github.com/joho/godotenv"
)

const fileSuffix = "_FILE"

// Load reads the settings from the environment and from .env in the working directory; the
// environment takes precedence. Each secret NAME may be set as NAME_FILE, the path of a file that
// holds it. The error lists every bad value, but never the value of a secret.
func Load() (Config, error) {
	return load(".", os.Environ())
}

func load(dir string, environ []string) (Config, error) {
	variables, err := readVariables(dir, environ)
	if err != nil {
		return Config{}, err
	}
	found := readSecretFiles(variables)

	c := Config{given: map[string]bool{}}
	parseErr := env.ParseWithOptions(&c, env.Options{
		Environment: variables,
		OnSet: func(name string, value any, isDefault bool) {
			c.given[name] = !isDefault && value != ""
		},
	})
	if parseErr != nil {
		found = append(found, parseProblems(parseErr, variables)...)
	}
	found = append(found, validate(c, found)...)
	if len(found) > 0 {
		return Config{}, &InvalidError{Problems: found}
	}
	c.resolve()
	return c, nil
}

// readVariables returns the environment laid over .env.
func readVariables(dir string, environ []string) (map[string]string, error) {
	path := filepath.Join(dir, ".env")
	variables, err := godotenv.Read(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		variables = map[string]string{}
	case err != nil:
		// The parser's error quotes the line that it could not read, which may hold a secret.
		return nil, fmt.Errorf("configuration: %s cannot be read: check that each line is NAME=value", path)
	}
	maps.Copy(variables, env.ToMap(environ))
	return variables, nil
}

// readSecretFiles stores the content of the file that NAME_FILE names under NAME.
func readSecretFiles(variables map[string]string) []Problem {
	var found []Problem
	for field := range settings() {
		path := variables[field.name+fileSuffix]
		if !field.secret || path == "" {
			continue
		}
		if variables[field.name] != "" {
			found = append(found, Problem{field.name, "is given twice: remove it or " + field.name + fileSuffix})
			continue
		}
		content, err := os.ReadFile(path) //nolint:gosec // the operator names the file
		if err != nil {
			found = append(found, Problem{field.name + fileSuffix, err.Error()})
			continue
		}
		variables[field.name] = strings.TrimRight(string(content), "\r\n")
	}
	return found
}

// setting is one field of Config.
type setting struct {
	name, defaultValue, doc string
	field                   string
	secret                  bool
}

// settings yields the fields of Config that variables set, in order.
func settings() iter.Seq[setting] {
	return func(yield func(setting) bool) {
		for _, f := range reflect.VisibleFields(reflect.TypeFor[Config]()) {
			name, ok := f.Tag.Lookup("env")
			if !ok {
				continue
			}
			if !yield(setting{
				name:         name,
				defaultValue: f.Tag.Get("envDefault"),
				doc:          f.Tag.Get("doc"),
				field:        f.Name,
				secret:       f.Type == reflect.TypeFor[Secret](),
			}) {
				return
			}
		}
	}
}
