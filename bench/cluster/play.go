package main

import (
	"fmt"
	"time"
)

const merge = "application/merge-patch+json"

// play gives the pods of an installation's sets a node to run on, and its claims volumes, until
// count of them run: for each set what controllers and kubelets would have written in the end.
func play(to *server, install string, count, atOnce int) time.Duration {
	sets := to.startedSets(install)
	start := time.Now()
	inParallel(count, atOnce, func(int) {
		set := <-sets
		for _, volume := range items(at(set, "spec", "template", "spec", "volumes")) {
			if claim := at(volume, "persistentVolumeClaim", "claimName"); claim != nil {
				bind(to, fmt.Sprint(at(set, "metadata", "namespace")), fmt.Sprint(claim))
			}
		}
		run(to, set)
	})
	return time.Since(start)
}

func items(value any) []any {
	found, _ := value.([]any)
	return found
}

func bind(to *server, namespace, name string) {
	path := "/api/v1/namespaces/" + namespace + "/persistentvolumeclaims/" + name
	claim := to.sendJSON("GET", path, "", nil)
	volume := fmt.Sprintf("pvc-%v", at(claim, "metadata", "uid"))
	capacity := at(claim, "spec", "resources", "requests")
	modes := at(claim, "spec", "accessModes")
	to.sendJSON("POST", "/api/v1/persistentvolumes", "application/json", object{
		"apiVersion": "v1", "kind": "PersistentVolume",
		"metadata": object{"name": volume},
		"spec": object{
			"capacity": capacity, "accessModes": modes,
			"storageClassName":              at(claim, "spec", "storageClassName"),
			"persistentVolumeReclaimPolicy": "Retain",
			"csi":                           object{"driver": "holdfast.test", "volumeHandle": volume},
			"claimRef": object{
				"apiVersion": "v1", "kind": "PersistentVolumeClaim", "namespace": namespace,
				"name": name, "uid": at(claim, "metadata", "uid"),
			},
		},
	})
	bound := object{"status": object{"phase": "Bound"}}
	to.sendJSON("PATCH", "/api/v1/persistentvolumes/"+volume+"/status", merge, bound)
	to.sendJSON("PATCH", path, merge, object{"spec": object{"volumeName": volume}})
	to.sendJSON("PATCH", path+"/status", merge, object{
		"status": object{"phase": "Bound", "capacity": capacity, "accessModes": modes},
	})
}

func run(to *server, set object) {
	name := fmt.Sprintf("%v-0", at(set, "metadata", "name"))
	pods := fmt.Sprintf("/api/v1/namespaces/%v/pods", at(set, "metadata", "namespace"))
	spec := at(set, "spec", "template", "spec").(object)
	spec["nodeName"] = "node-1"
	to.sendJSON("POST", pods, "application/json", object{
		"apiVersion": "v1", "kind": "Pod",
		"metadata": object{
			"name": name, "labels": at(set, "spec", "template", "metadata", "labels"),
		},
		"spec": spec,
	})
	now := time.Now().UTC().Format(time.RFC3339)
	var containers []any
	for _, container := range items(spec["containers"]) {
		containers = append(containers, object{
			"name": at(container, "name"), "image": at(container, "image"), "imageID": "",
			"ready": true, "restartCount": 0,
			"state": object{"running": object{"startedAt": now}},
		})
	}
	ready := object{"type": "Ready", "status": "True", "lastTransitionTime": now}
	to.sendJSON("PATCH", pods+"/"+name+"/status", merge, object{
		"status": object{
			"phase": "Running", "containerStatuses": containers, "conditions": []any{ready},
		},
	})
}
