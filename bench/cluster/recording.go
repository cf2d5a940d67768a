package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A call is a request as Holdfast has sent it.
type call struct {
	Method, Target, Type, Body string
}

func (made call) writes() bool { return made.Method != "GET" }

// record stands before the server, and writes down every request but for those that never end.
func record(to *server, path string) {
	file, err := os.Create(path)
	if err != nil {
		log.Fatal(err)
	}
	address, err := url.Parse(to.url)
	if err != nil {
		log.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(address)
	proxy.Transport = to.client.Transport
	proxy.FlushInterval = -1
	var lines sync.Mutex
	handler := func(writer http.ResponseWriter, request *http.Request) {
		body, _ := io.ReadAll(request.Body)
		request.Body = io.NopCloser(bytes.NewReader(body))
		if !request.URL.Query().Has("watch") {
			lines.Lock()
			json.NewEncoder(file).Encode(call{
				request.Method, request.URL.RequestURI(), request.Header.Get("Content-Type"),
				string(body),
			})
			lines.Unlock()
		}
		proxy.ServeHTTP(writer, request)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(listener.Addr())
	log.Fatal(http.Serve(listener, http.HandlerFunc(handler)))
}

// A recording is what it takes to provision one service, and what differs from the next one's.
type recording struct {
	// What makes the namespace of a customer, once for all of its services.
	house []call
	calls []call
	// What the service is called in them, by which id it is known, where it is, and of which
	// installation.
	name, id, namespace, install string
	// The set's own uid, which only its maker hears of.
	uid string
}

const instanceLabel, installLabel = "holdfast/instance", "holdfast/install"

func readRecording(path string) recording {
	file, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	var found recording
	lines := json.NewDecoder(file)
	for {
		var next call
		if lines.Decode(&next) != nil {
			break
		}
		found.calls = append(found.calls, next)
	}
	for _, made := range found.calls {
		if made.Method == "POST" && strings.Contains(made.Target, "/statefulsets") {
			metadata := at(parsed(made.Body), "metadata")
			found.name = fmt.Sprint(at(metadata, "name"))
			found.id = fmt.Sprint(at(metadata, "labels", instanceLabel))
			found.namespace = fmt.Sprint(at(metadata, "namespace"))
			found.install = fmt.Sprint(at(metadata, "labels", installLabel))
		}
		if made.Method == "PATCH" && strings.Contains(made.Target, "/statefulsets/") {
			found.uid = fmt.Sprint(at(parsed(made.Body), "metadata", "uid"))
		}
	}
	found.house = found.only(found.prepares).calls
	found = found.only(found.needs)
	if found.name == "" || found.uid == "" || len(found.calls) < 5 {
		log.Fatalf("%s does not tell how a service is provisioned", path)
	}
	return found
}

// needs says whether a call is about the one service: it names it, or looks into its namespace.
func (of recording) needs(made call) bool {
	text := made.Target + made.Body
	return strings.Contains(text, of.name) || strings.Contains(text, of.id) ||
		!made.writes() && strings.Contains(made.Target, "/namespaces/")
}

// prepares says whether a call makes the namespace, or something that all services in it share.
func (of recording) prepares(made call) bool {
	return made.writes() && !of.needs(made) &&
		strings.Contains(made.Target, "/namespaces/"+of.namespace)
}

func parsed(text string) object {
	var value object
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		log.Fatal(err)
	}
	return value
}

// replay provisions count services of an installation of their own with the same bytes, so many in
// each namespace; only names and ids are others, of the same length, and the uids that the server
// gives. The namespaces are there when the clock starts; it ends as that of provision does.
func replay(to *server, of recording, count, each, atOnce int) time.Duration {
	salt := time.Now().UnixMilli() % (36 * 36 * 36)
	install := ended(of.install, mark(salt, 0))
	for number := 0; number < count; number += each {
		renew := strings.NewReplacer(
			of.namespace, ended(of.namespace, mark(salt, number/each)), of.install, install)
		for _, next := range of.house {
			to.send(next.Method, renew.Replace(next.Target), next.Type, []byte(renew.Replace(next.Body)))
		}
	}
	sets := to.startedSets(install)
	start := time.Now()
	inParallel(count, atOnce, func(number int) {
		names := []string{
			of.name, ended(of.name, mark(salt, number)), of.id, ended(of.id, mark(salt, number)),
			of.namespace, ended(of.namespace, mark(salt, number/each)), of.install, install,
		}
		uid := ""
		for _, next := range of.calls {
			renew := strings.NewReplacer(append(names, of.uid, uid)...)
			if uid == "" {
				renew = strings.NewReplacer(names...)
			}
			answer := to.send(
				next.Method, renew.Replace(next.Target), next.Type,
				[]byte(renew.Replace(next.Body)))
			if next.Method == "POST" && strings.Contains(next.Target, "/statefulsets") {
				uid = fmt.Sprint(at(parsed(string(answer)), "metadata", "uid"))
			}
		}
	})
	for number := 0; number < count; number++ {
		<-sets
	}
	return time.Since(start)
}

// mark tells the services of a run from each other, and from those of other runs.
func mark(salt int64, number int) string {
	mark := fmt.Sprintf("%3s%3s", strconv.FormatInt(salt, 36), strconv.FormatInt(int64(number), 36))
	return strings.ReplaceAll(mark, " ", "0")
}

// ended is a text with another end.
func ended(text, mark string) string { return text[:len(text)-len(mark)] + mark }

// only is the part of a recording that is wanted.
func (of recording) only(isWanted func(call) bool) recording {
	var calls []call
	for _, made := range of.calls {
		if isWanted(made) {
			calls = append(calls, made)
		}
	}
	of.calls = calls
	return of
}
