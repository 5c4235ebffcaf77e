package cmd

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/dataset"
)

func newAuditVerifyCommand() *cobra.Command {
	var (
		anchorFiles []string
		asJSON      bool
	)
	command := &cobra.Command{
		Use:   "verify",
		Short: "Find records that were changed in, removed from or inserted into the audit trail",
		Long: `Reads the whole trail, recomputes its hashes, and reports by number:

  missing        numbers that no record has
  duplicate      numbers that two records have
  changed        records whose fields don't match their hash
  unlinked       records that don't continue the record before
  payload        payloads that differ from what was sealed; erased ones are fine
  out_of_order   records sealed earlier than the record before
  anchor         records that differ from their anchor
  anchor_absent  anchored records that are gone, for example because the end of
                 the trail was cut off

Without an anchor, nobody can tell an intact trail from one whose end was cut off, or
that was rewritten from some record on: see "audit anchor". Records that are not
sealed yet are not checked.

Exit status: 0 intact, 1 findings, 2 wrong arguments or not checked.`,
		Example: `  predicthealth audit verify --anchor anchor-2026-11-23.json
  predicthealth audit verify --json`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			report, err := verifyTrail(cmd, anchorFiles, !asJSON)
			if err != nil {
				return cli.ExitWith(cli.StatusUsage, err)
			}
			if asJSON {
				err = cli.PrintJSON(cmd.OutOrStdout(), report)
			} else {
				err = printReport(cmd.OutOrStdout(), report)
			}
			if err == nil && report.Total > 0 {
				err = cli.ExitWith(cli.StatusFindings, nil)
			}
			return err
		},
	}
	command.Flags().StringArrayVar(&anchorFiles, "anchor", nil, "`file` with the output of \"audit anchor\"; may be repeated")
	command.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON, and no progress")
	return command
}

func verifyTrail(cmd *cobra.Command, anchorFiles []string, showProgress bool) (report audit.Report, err error) {
	var anchors []audit.Anchor
	for _, name := range anchorFiles {
		anchor, err := readAnchor(name)
		if err != nil {
			return report, err
		}
		anchors = append(anchors, anchor)
	}
	progress := newProgress(cmd.ErrOrStderr(), showProgress)
	defer progress.end()
	err = withTrail(cmd.Context(), func(trail *audit.Trail) error {
		report, err = trail.Verify(cmd.Context(), anchors, func(done, total int64) {
			progress.show(dataset.Progress{Step: fmt.Sprintf("%d of %d records", done, total)})
		})
		return err
	})
	return report, err
}

func readAnchor(name string) (audit.Anchor, error) {
	var anchor audit.Anchor
	text, err := os.ReadFile(name) //nolint:gosec // the operator names the file
	if err != nil {
		return anchor, err
	}
	err = json.Unmarshal(text, &anchor)
	hash, hexErr := hex.DecodeString(anchor.Hash)
	if err != nil || hexErr != nil || len(hash) != sha256.Size || anchor.Number < 1 {
		return anchor, fmt.Errorf("%s is not an anchor: want the output of `predicthealth audit anchor`", name)
	}
	anchor.Hash = hex.EncodeToString(hash) // lower case
	return anchor, nil
}

func printReport(w io.Writer, report audit.Report) error {
	for _, f := range report.Findings {
		if _, err := fmt.Fprintf(w, "%-13s  %s\n", f.Kind, f.Detail); err != nil {
			return err
		}
	}
	if more := report.Total - len(report.Findings); more > 0 {
		if _, err := fmt.Fprintf(w, "and %d more\n", more); err != nil {
			return err
		}
	}
	verdict := "the trail is intact"
	if report.Total > 0 {
		verdict = cli.Count(report.Total, "finding")
	}
	end := ""
	if report.Last != nil {
		end = fmt.Sprintf(", up to number %d", report.Last.Number)
	}
	_, err := fmt.Fprintf(w, "%s%s: %s\n", cli.Count(int(report.Records), "record"), end, verdict)
	return err
}
