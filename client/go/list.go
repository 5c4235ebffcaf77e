package predicthealth

import "iter"

// listParams are parameters of a list.
type listParams[P any] interface {
	*P
	setCursor(cursor string)
}

// all reads page after page. The caller's parameters stay as they are.
func all[T, P any, Q listParams[P]](params Q, read func(Q) ([]T, *string, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var next P
		if params != nil {
			next = *params
		}
		for {
			items, cursor, err := read(&next)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, item := range items {
				if !yield(item, nil) {
					return
				}
			}
			if cursor == nil {
				return
			}
			Q(&next).setCursor(*cursor)
		}
	}
}
