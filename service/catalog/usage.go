package catalog

import (
	"sync"

	"github.com/predicthealth/predicthealth/ent/medicalcondition"
)

// usageRanks are the ranks of the codes in sql/seed/common_codes.csv, by code system and code: 1 for the first line.
var usageRanks = sync.OnceValue(func() map[[2]string]int {
	rows, err := readSeed("common_codes.csv")
	if err != nil {
		panic(err) // the file is part of the program
	}
	ranks := map[[2]string]int{}
	for i, r := range rows {
		ranks[[2]string{r["code_system"].(string), r["code"].(string)}] = i + 1
	}
	return ranks
})

// addUsageRank gives a code its place in searches.
func addUsageRank(r row) {
	rank, ok := usageRanks()[[2]string{r["code_system"].(string), r["code"].(string)}]
	if !ok {
		rank = medicalcondition.DefaultUsageRank
	}
	r["usage_rank"] = rank
}
