import TestSupport
import Wire

/// StatefulSets, and what is merged into what is there.
extension RandomBodies {
    static func statefulSet(_ name: String, _ variant: Int) -> JSONValue {
        var container: JSONValue = [
            "name": "c", "image": "example/app:1", "env": [["name": "A", "value": "1"]],
            "ports": [["containerPort": 80]],
            "volumeMounts": [["name": "d", "mountPath": "/d"]],
        ]
        var pod: JSONValue = [
            "volumes": [["name": "d", "persistentVolumeClaim": ["claimName": "x"]]]
        ]
        switch variant {
        case 1:
            container["env"] = [["name": "B", "value": "2"], ["name": "A", "value": "3"]]
            container["readinessProbe"] = ["httpGet": ["path": "/", "port": 80]]
        case 2:
            container["image"] = "example/app"
            container["resources"] = ["limits": ["memory": "1Gi", "cpu": "1"]]
            pod["volumes"] = [
                ["name": "d", "emptyDir": [:]], ["name": "s", "secret": ["secretName": "s"]],
            ]
        case 3: container["image"] = nil
        case 4: pod["volumes"] = []
        default: break
        }
        pod["containers"] = [container]
        let labels: JSONValue = ["app": .string(variant == 5 ? "other" : name)]
        return [
            "serviceName": .string(name), "replicas": .integer(variant % 2),
            "selector": ["matchLabels": ["app": .string(name)]],
            "template": ["metadata": ["labels": labels], "spec": pod],
        ]
    }

    static func patch(_ kind: ModelKind, _ variant: Int) -> JSONValue {
        switch variant {
        case 0: ["metadata": ["labels": ["a": "1"]]]
        case 1: ["metadata": ["labels": ["a": .null]], "unknown": 1]
        case 2: ["metadata": ["finalizers": ["example.com/hold"]]]
        case 3: ["metadata": ["finalizers": .null]]
        case 4: ["metadata": ["annotations": ["k": "v"]]]
        default: ownPatch(kind, variant)
        }
    }

    private static func ownPatch(_ kind: ModelKind, _ variant: Int) -> JSONValue {
        switch (kind, variant) {
        case (.configMap, 5): ["data": ["a": .null, "d": "4"]]
        case (.configMap, 6): ["data": ["a": 5]]
        case (.secret, 5): ["stringData": ["a": "9"]]
        case (.secret, 6): ["type": "example.com/other"]
        case (.claim, 5): ["spec": ["resources": ["requests": ["storage": "2Gi"]]]]
        case (.claim, 6): ["spec": ["resources": ["requests": ["storage": "4Gi"]]]]
        case (.claim, 7): ["spec": ["volumeName": "some"]]
        case (.volume, 5): ["spec": ["claimRef": ["uid": .null]]]
        case (.volume, 6): ["spec": ["persistentVolumeReclaimPolicy": "Retain"]]
        case (.volume, 7): ["spec": ["hostPath": ["path": "/y"]]]
        case (.statefulSet, 5): ["spec": ["replicas": 0]]
        case (.statefulSet, 6): ["spec": ["serviceName": "other"]]
        case (.statefulSet, 7): ["spec": ["replicas": -1]]
        case (.service, 5): ["spec": ["ports": [["port": 90, "name": "n"]]]]
        case (.service, 6): ["spec": ["selector": ["b": "c"]]]
        default: ["metadata": ["name": "other"]]
        }
    }
}
