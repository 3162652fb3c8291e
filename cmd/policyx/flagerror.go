package main

import (
	"errors"
	"strconv"

	"github.com/spf13/pflag"

	"github.com/policyx/policyx/schema/message"
)

// flagError is what pflag says of a flag, with format and values apart.
func flagError(err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		if unknown.GetSpecifiedShortnames() != "" {
			return message.Errorf("unknown flag: -%s", unknown.GetSpecifiedName())
		}
		return message.Errorf("unknown flag: --%s", unknown.GetSpecifiedName())
	case errors.As(err, &missing):
		if missing.GetSpecifiedShortnames() != "" {
			return message.Errorf("flag needs an argument: -%s", missing.GetSpecifiedName())
		}
		return message.Errorf("flag needs an argument: --%s", missing.GetSpecifiedName())
	case errors.As(err, &invalid):
		return message.Errorf("invalid argument %q for --%s: %w", invalid.GetValue(), invalid.GetFlag().Name, wanted(invalid))
	case errors.As(err, &syntax):
		return message.Errorf("bad flag syntax: %s", syntax.GetSpecifiedFlag())
	}
	return err
}

// wanted is what the value of a flag has to be.
func wanted(invalid *pflag.InvalidValueError) error {
	var number *strconv.NumError
	kind := invalid.GetFlag().Value.Type()
	switch {
	case kind == "duration":
		return message.New("want a time with its unit, such as 30s or 5m")
	case !errors.As(invalid, &number):
		return invalid.Unwrap()
	case errors.Is(number, strconv.ErrRange):
		return message.New("out of range")
	case kind == "bool":
		return message.New("want true or false")
	case kind == "int":
		return message.New("want a whole number")
	}
	return message.New("want a number")
}
