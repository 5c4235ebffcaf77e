package service

import "strings"

// Checks collects the fields at fault, so that all are told at once.
type Checks struct{ Fields []Field }

// Refuse adds a field that is wrong.
func (c *Checks) Refuse(wrong bool, pointer, code, detail string) {
	if wrong {
		c.Fields = append(c.Fields, Field{Pointer: pointer, Code: code, Detail: detail})
	}
}

// NotBlank refuses text that is empty or only white space.
func (c *Checks) NotBlank(pointer, text string) {
	c.Refuse(strings.TrimSpace(text) == "", pointer, "blank", "This must not be blank.")
}

// Err returns an Invalid error of all of them, nil without any.
func (c *Checks) Err() error { return InvalidFields(c.Fields) }
