// The Go twin: three routes of Holdfast's API over a copy of its database, with net/http and
// database/sql. It does the same work for each request: the token's signature and end are
// checked, the user's row is read, and then the route's rows; a POST commits two rows with
// synchronous=FULL.
//
// usage: twin DATABASE ADDRESS
package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"
	"runtime"

	_ "github.com/mattn/go-sqlite3"
)

// open gives a pool of connections; Holdfast, too, reads on several and writes on one.
func open(path, options string, connections int) *sql.DB {
	database, err := sql.Open(
		"sqlite3", "file:"+path+"?_journal_mode=WAL&_foreign_keys=on&_busy_timeout=5000"+options)
	if err != nil {
		log.Fatal(err)
	}
	database.SetMaxOpenConns(connections)
	database.SetMaxIdleConns(connections)
	return database
}

func main() {
	path, address := os.Args[1], os.Args[2]
	reads := open(path, "&_query_only=on", max(4, runtime.NumCPU()))
	writes := open(path, "&_synchronous=FULL&_txlock=immediate", 1)
	server, err := newServer(reads, writes)
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/api/v1/me", server.authenticated(http.MethodGet, server.showMe))
	mux.HandleFunc("/api/v1/me/tokens", server.authenticated(http.MethodPost, server.makeToken))
	mux.HandleFunc(
		"/api/v1/subscriptions/", server.authenticated(http.MethodGet, server.showSubscription))
	log.Fatal(http.ListenAndServe(address, mux))
}

func max(a, b int) int {
	if a > b {
		return a
	}
	return b
}
