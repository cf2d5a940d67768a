// What the bench does to an API server beside Holdfast: it writes down what Holdfast sends, sends
// the same again as a bare client, asks Holdfast for services, and plays the controllers and the
// node that would run them. Each command prints one line of JSON.
//
// usage: cluster record SERVER TOKEN FILE
//
//	cluster replay SERVER TOKEN FILE COUNT EACH AT_ONCE
//	cluster replay-writes SERVER TOKEN FILE COUNT EACH AT_ONCE
//	cluster provision SERVER TOKEN INSTALL HOLDFAST ADMIN_TOKEN COUNT AT_ONCE CUSTOMER…
//	cluster play SERVER TOKEN INSTALL COUNT AT_ONCE
package main

import (
	"encoding/json"
	"log"
	"os"
	"strconv"
	"time"
)

func main() {
	log.SetFlags(0)
	arguments := os.Args[2:]
	server := newServer(arguments[0], arguments[1])
	rest := arguments[2:]
	switch os.Args[1] {
	case "record":
		record(server, rest[0])
	case "replay":
		tell(replayed(server, readRecording(rest[0]), rest[1:]))
	case "replay-writes":
		tell(replayed(server, readRecording(rest[0]).only(call.writes), rest[1:]))
	case "provision":
		wish := wish{
			holdfast: newServer(rest[1], rest[2]), count: number(rest[3]),
			atOnce: number(rest[4]), customers: rest[5:],
		}
		tell(provision(server, rest[0], wish))
	case "play":
		tell(play(server, rest[0], number(rest[1]), number(rest[2])))
	default:
		log.Fatalf("there is no command %s", os.Args[1])
	}
}

func replayed(to *server, of recording, rest []string) time.Duration {
	return replay(to, of, number(rest[0]), number(rest[1]), number(rest[2]))
}

func number(text string) int {
	value, err := strconv.Atoi(text)
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func tell(taken time.Duration) {
	json.NewEncoder(os.Stdout).Encode(map[string]float64{"seconds": taken.Seconds()})
}
