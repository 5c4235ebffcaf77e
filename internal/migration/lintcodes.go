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

// suggestions say, by code, how to achieve the same without the danger.
var suggestions = map[string]string{
	"DS101": "make sure that nothing uses it any more, then excuse it: -- atlas:nolint DS101 reason",
	"DS102": "first release a program that doesn't use the table, then drop it: -- atlas:nolint DS102 reason",
	"DS103": "first release a program that doesn't use the column, then drop it: -- atlas:nolint DS103 reason",
	"MF101": "look for duplicates first, and create the index CONCURRENTLY: if that fails, drop the index and create it again",
	"MF102": "look for duplicates first, and create the new index CONCURRENTLY beside the old one",
	"MF103": "add the column with a DEFAULT, or add it as NULL, fill it, and make it NOT NULL in a later migration",
	"MF104": "fill the column before, with an UPDATE in this file or a data migration before it",
	"CD101": "make sure that something else enforces the rule, then excuse it: -- atlas:nolint CD101 reason",
	"BC101": "programs that run during the migration use the old name: add a view with the old name, or migrate in two releases",
	"BC102": "programs that run during the migration use the old name: add the new column, fill it, and drop the old one a release later",

	codeRewrite: "add a column of the new type, fill it in batches, and drop the old one a release later; " +
		"to pack a table, use pg_repack outside migrations",
	codeBlocking: "CREATE, DROP and REINDEX INDEX and DETACH PARTITION CONCURRENTLY, in a file of its own that starts with -- atlas:txmode none; " +
		"a constraint can then use the index: ADD CONSTRAINT … UNIQUE USING INDEX",
	codeUnindexed: "add an index that begins with the key's columns; without it, each delete in the referenced table reads the whole table",
	codeNullScan: "ADD CONSTRAINT … CHECK (column IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT in a later migration, then SET NOT NULL, " +
		"which trusts the check and reads nothing",
	codeInTx:     "move it to a file of its own that starts with -- atlas:txmode none",
	codeRowsLost: "make sure that the rows aren't needed, then excuse it: -- atlas:nolint PH106 reason",
	codeHistory:  "restore the file and put the change in a new migration",
	codeNoReason: "write -- atlas:nolint CODE and the reason, or -- atlas:nolint with a line -- reason: … below it",
	codeEveryRow: "update some thousand rows in each statement, each with a WHERE, in a file that starts with -- atlas:txmode none; " +
		"every updated row stays locked until the transaction ends",
	codeValidated: "ADD CONSTRAINT … NOT VALID here, which applies to new rows at once; VALIDATE CONSTRAINT in a later migration, which blocks nobody",
	codeRuleGone:  "make sure that something else enforces the rule and that the last release works without it, then excuse it: -- atlas:nolint PH111 reason",
	codeUnguarded: "make sure that something else guards what it guarded, then excuse it: -- atlas:nolint PH112 reason",
	codeRights: "grant specific roles what they need, in sql/roles; make sure that the last release needs none of the removed rights, " +
		"then excuse it: -- atlas:nolint PH113 reason",
	codeInUse: "programs that run during the migration still use it: add the new one beside it (columns at the end of a view, " +
		"arguments with a DEFAULT), and drop the old one a release later",
	codeDefiner:     "SET search_path = pg_catalog, public in the definition: otherwise the caller chooses whose tables and functions it uses",
	codeTransaction: "leave it out: the file is one transaction, or none if it starts with -- atlas:txmode none",
}
