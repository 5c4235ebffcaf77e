package config

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	netmail "net/mail"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
	"github.com/go-playground/validator/v10"
	"github.com/lib/pq"
	"github.com/redis/go-redis/v9"

	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/mail"
)

// Problem says what is wrong with one variable.
type Problem struct {
	Variable string
	Detail   string
}

// InvalidError lists every variable with a bad value.
type InvalidError struct {
	Problems []Problem
}

// Error returns a message with one line for each problem.
func (e *InvalidError) Error() string {
	var text strings.Builder
	text.WriteString("configuration: these variables have bad values (docs/configuration.md describes them):")
	for _, p := range e.Problems {
		fmt.Fprintf(&text, "\n  %s %s", p.Variable, p.Detail)
	}
	return text.String()
}

// parseProblems says what the text of a variable should have been.
func parseProblems(err error, variables map[string]string) []Problem {
	var all env.AggregateError
	if !errors.As(err, &all) {
		return []Problem{{"the environment", err.Error()}}
	}
	var found []Problem
	for _, one := range all.Errors {
		var parse env.ParseError
		if !errors.As(one, &parse) {
			found = append(found, Problem{"the environment", one.Error()})
			continue
		}
		for s := range settings() {
			if s.field == parse.Name {
				found = append(found, Problem{s.name, fmt.Sprintf("is %q, want %s", variables[s.name], wanted(parse.Type))})
			}
		}
	}
	return found
}

func wanted(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[time.Duration]():
		return "a duration such as 500ms, 30s or 5m"
	case reflect.TypeFor[slog.Level]():
		return "debug, info, warn or error"
	case reflect.TypeFor[uint16]():
		return "a port from 1 to 65535"
	default:
		return "a whole number"
	}
}

// validate checks the parsed values, except those already known to be bad.
func validate(c Config, known []Problem) []Problem {
	var broken validator.ValidationErrors
	if !errors.As(rules.Struct(c), &broken) {
		return nil
	}
	var found []Problem
	for _, rule := range broken {
		name, _, _ := strings.Cut(rule.Field(), "[")
		if slices.ContainsFunc(known, func(p Problem) bool { return p.Variable == name }) {
			continue
		}
		found = append(found, Problem{name, describe(rule)})
	}
	return found
}

var rules = newRules()

func newRules() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string { return f.Tag.Get("env") })
	for tag, check := range map[string]func(string) bool{
		"postgres_url":    func(s string) bool { _, err := pq.NewConfig(s); return err == nil },
		"redis_url":       func(s string) bool { _, err := redis.ParseURL(s); return err == nil },
		"listen_addr":     isListenAddr,
		"mail_url":        func(s string) bool { _, err := mail.ParseURL(s); return err == nil },
		"mail_address":    func(s string) bool { _, err := netmail.ParseAddress(s); return err == nil },
		"encryption_keys": func(s string) bool { _, err := encryption.Parse(s); return err == nil },
	} {
		// It fails only for an empty tag or a nil function.
		_ = v.RegisterValidation(tag, func(f validator.FieldLevel) bool { return check(f.Field().String()) })
	}
	return v
}

// describe says what a value should have been. It quotes the value only when it isn't a secret.
func describe(rule validator.FieldError) string {
	var want string
	switch rule.Tag() {
	case "min":
		want = "at least " + rule.Param()
	case "max":
		want = "at most " + rule.Param()
	case "oneof":
		want = "one of " + strings.ReplaceAll(rule.Param(), " ", ", ")
	case "postgres_url":
		want = "postgres://user:password@host:port/database, with special characters percent-encoded"
	case "redis_url":
		want = "redis://:password@host:port/number, with special characters percent-encoded"
	case "listen_addr":
		want = "host:port, such as 127.0.0.1:8080"
	case "mail_url":
		want = "smtp://user:password@host:587, smtps://user:password@host:465 or file:///directory, with special characters percent-encoded" //nolint:gosec // an example
	case "mail_address":
		want = "an address such as PredictHealth <no-reply@example.org>"
	case "encryption_keys":
		want = "32 random bytes in base64, such as `openssl rand -base64 32` prints; several comma-separated"
	case "http_url":
		want = "http:// or https:// and a host"
	case "dir":
		want = "a directory that exists"
	case "file":
		want = "a file that exists"
	case "ip|cidr":
		want = "addresses or networks such as 10.0.0.0/8"
	default:
		want = rule.Tag() + " " + rule.Param()
	}
	if rule.Type() == reflect.TypeFor[Secret]() {
		return "is malformed, want " + want
	}
	return fmt.Sprintf("is %q, want %s", fmt.Sprint(rule.Value()), want)
}

func isListenAddr(addr string) bool {
	_, port, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	_, err = strconv.ParseUint(port, 10, 16)
	return err == nil
}
