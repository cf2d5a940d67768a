package main

import "time"

// A wish is what Holdfast is asked for.
type wish struct {
	holdfast      *server
	count, atOnce int
	customers     []string
}

// provision asks Holdfast for services, and waits until each has all its objects: a set that is to
// have a pod comes last.
func provision(to *server, install string, asked wish) time.Duration {
	sets := to.startedSets(install)
	start := time.Now()
	inParallel(asked.count, asked.atOnce, func(number int) {
		asked.holdfast.sendJSON(
			"POST", "/api/v1/admin/subscriptions", "application/json",
			object{
				"customer": asked.customers[number%len(asked.customers)],
				"service":  "isso", "variant": "Free",
			})
	})
	for number := 0; number < asked.count; number++ {
		<-sets
	}
	return time.Since(start)
}
