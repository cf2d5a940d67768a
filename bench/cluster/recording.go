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
	calls []call
	// What the service is called in them, and by which id it is known.
	name, id string
	// The set's own uid, which only its maker hears of.
	uid string
}

const instanceLabel = "holdfast/instance"

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
		}
		if made.Method == "PATCH" && strings.Contains(made.Target, "/statefulsets/") {
			found.uid = fmt.Sprint(at(parsed(made.Body), "metadata", "uid"))
		}
	}
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

func parsed(text string) object {
	var value object
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		log.Fatal(err)
	}
	return value
}

// replay provisions count services with the same bytes; only their names and ids are others, of the
// same length, and the uids that the server gives.
func replay(to *server, of recording, count, atOnce int) time.Duration {
	start := time.Now()
	salt := start.UnixMilli() % (36 * 36 * 36)
	inParallel(count, atOnce, func(number int) {
		mark := fmt.Sprintf("%3s%3s", strconv.FormatInt(salt, 36), strconv.FormatInt(int64(number), 36))
		mark = strings.ReplaceAll(mark, " ", "0")
		names := []string{of.name, ended(of.name, mark), of.id, ended(of.id, mark)}
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
	return time.Since(start)
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
