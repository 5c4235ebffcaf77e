package migration

// Codes of the checks that Atlas' library doesn't have.
const (
	codeRewrite     = "PH101"
	codeBlocking    = "PH102"
	codeUnindexed   = "PH103"
	codeNullScan    = "PH104"
	codeInTx        = "PH105"
	codeRowsLost    = "PH106"
	codeHistory     = "PH107"
	codeNoReason    = "PH108"
	codeEveryRow    = "PH109"
	codeValidated   = "PH110"
	codeRuleGone    = "PH111"
	codeUnguarded   = "PH112"
	codeRights      = "PH113"
	codeInUse       = "PH114"
	codeDefiner     = "PH115"
	codeTransaction = "PH116"
)

// suggestions say, by code, how to do it without the danger.
var suggestions = map[string]string{
	"DS101": "make sure that nothing uses it any more, then excuse it: -- atlas:nolint DS101 reason",
	"DS102": "first release a program that doesn't use the table, then drop it: -- atlas:nolint DS102 reason",
	"DS103": "first release a program that doesn't use the column, then drop it: -- atlas:nolint DS103 reason",
	"MF101": "look for duplicates first, and make the index CONCURRENTLY: a failed one can be dropped and made again",
	"MF102": "look for duplicates first, and make the new index CONCURRENTLY beside the old one",
	"MF103": "add the column with a DEFAULT, or add it as NULL, fill it, and make it NOT NULL in a later migration",
	"MF104": "fill the column before, with an UPDATE in this file or a data migration before it",
	"CD101": "make sure that the rule is held otherwise, then excuse it: -- atlas:nolint CD101 reason",
	"BC101": "programs that run during the migration use the old name: add a view of that name, or migrate in two releases",
	"BC102": "programs that run during the migration use the old name: add the new column, fill it, drop the old one a release later",

	codeRewrite: "add a column of the new type, fill it in batches, and drop the old one a release later; " +
		"to pack a table use pg_repack, outside of migrations",
	codeBlocking: "CREATE, DROP and REINDEX INDEX and DETACH PARTITION CONCURRENTLY, in a file of its own, headed -- atlas:txmode none; " +
		"a constraint can then take the index: ADD CONSTRAINT … UNIQUE USING INDEX",
	codeUnindexed: "add an index that begins with the key's columns; without it each delete in the referenced table reads this whole one",
	codeNullScan: "ADD CONSTRAINT … CHECK (column IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT in a later migration, then SET NOT NULL, " +
		"which trusts the check and reads nothing",
	codeInTx:     "move it to a file of its own, headed -- atlas:txmode none",
	codeRowsLost: "make sure that the rows aren't needed, then excuse it: -- atlas:nolint PH106 reason",
	codeHistory:  "restore the file and put the change in a new migration",
	codeNoReason: "write -- atlas:nolint CODE and why, or -- atlas:nolint with a line -- reason: … below it",
	codeEveryRow: "update some thousand rows a statement, each with a WHERE, in a file headed -- atlas:txmode none; " +
		"every row that is touched stays locked until the transaction ends",
	codeValidated: "ADD CONSTRAINT … NOT VALID here, which holds for new rows at once; VALIDATE CONSTRAINT in a later migration, which blocks nobody",
	codeRuleGone:  "make sure that the rule is held otherwise and that the last release can do without, then excuse it: -- atlas:nolint PH111 reason",
	codeUnguarded: "make sure that what it guarded is guarded otherwise, then excuse it: -- atlas:nolint PH112 reason",
	codeRights: "grant roles of their own what they need, in sql/roles; make sure that the last release needs no right that goes, " +
		"then excuse it: -- atlas:nolint PH113 reason",
	codeInUse: "programs that run during the migration still use it: add the new one beside it (columns of a view at its end, " +
		"arguments with a DEFAULT), and drop the old one a release later",
	codeDefiner:     "SET search_path = pg_catalog, public in the definition: else whoever calls it chooses whose tables and functions it uses",
	codeTransaction: "leave it out: the file is one transaction, or none with -- atlas:txmode none at its head",
}
