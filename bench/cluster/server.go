package main

import (
	"bytes"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync"
)

// object is JSON as it comes.
type object = map[string]any

// server is something with an HTTP API and a token for it, over connections that are kept.
type server struct {
	url, token string
	client     *http.Client
}

func newServer(url, token string) *server {
	// HTTP/1.1, as Holdfast speaks it. The API server of a bench makes its own certificate.
	transport := &http.Transport{
		TLSClientConfig:     &tls.Config{InsecureSkipVerify: true},
		MaxIdleConnsPerHost: 256,
	}
	return &server{url, token, &http.Client{Transport: transport}}
}

// open sends a request; what is refused ends the program, but not what is not there.
func (to *server) open(method, target, contentType string, body []byte) io.ReadCloser {
	request, err := http.NewRequest(method, to.url+target, bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+to.token)
	request.Header.Set("Accept", "application/json")
	if contentType != "" {
		request.Header.Set("Content-Type", contentType)
	}
	response, err := to.client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	if response.StatusCode >= 300 && !(method == "GET" && response.StatusCode == 404) {
		text, _ := io.ReadAll(response.Body)
		log.Fatalf("%s %s: %d %s", method, target, response.StatusCode, text)
	}
	return response.Body
}

func must(text []byte, err error) []byte {
	if err != nil {
		log.Fatal(err)
	}
	return text
}

func (to *server) send(method, target, contentType string, body []byte) []byte {
	answer := to.open(method, target, contentType, body)
	defer answer.Close()
	return must(io.ReadAll(answer))
}

func (to *server) sendJSON(method, target, contentType string, body any) object {
	var text []byte
	if body != nil {
		text = must(json.Marshal(body))
	}
	var answer object
	if err := json.Unmarshal(to.send(method, target, contentType, text), &answer); err != nil {
		log.Fatal(err)
	}
	return answer
}

// startedSets tells of each StatefulSet of an installation that is to have a pod, once.
func (to *server) startedSets(install string) <-chan object {
	path := "/apis/apps/v1/statefulsets?labelSelector=holdfast%2Finstall%3D" + install
	stream := json.NewDecoder(to.open("GET", path+"&watch=true", "", nil))
	found := make(chan object, 1024)
	go func() {
		seen := map[string]bool{}
		for {
			var event struct {
				Type   string
				Object object
			}
			if err := stream.Decode(&event); err != nil {
				log.Fatalf("the watch of StatefulSets ended: %v", err)
			}
			uid := fmt.Sprint(at(event.Object, "metadata", "uid"))
			if at(event.Object, "spec", "replicas") == 1.0 && !seen[uid] {
				seen[uid] = true
				found <- event.Object
			}
		}
	}()
	return found
}

// at is the member at the end of a path; nil where there is none.
func at(value any, path ...string) any {
	for _, name := range path {
		members, _ := value.(object)
		value = members[name]
	}
	return value
}

// inParallel does count things, so many at once.
func inParallel(count, atOnce int, do func(number int)) {
	numbers := make(chan int)
	var workers sync.WaitGroup
	for range make([]struct{}, atOnce) {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for number := range numbers {
				do(number)
			}
		}()
	}
	for number := 0; number < count; number++ {
		numbers <- number
	}
	close(numbers)
	workers.Wait()
}
