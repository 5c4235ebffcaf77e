// Command predicthealth runs the health platform and its tools.
package main

import (
	"os"

	"github.com/predicthealth/predicthealth/cmd"
)

func main() { os.Exit(cmd.Execute()) }
