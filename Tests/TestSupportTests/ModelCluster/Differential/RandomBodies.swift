import TestSupport
import Wire

/// What may be in a request: some of it right, some of it not.
enum RandomBodies {
    static func object(_ key: ModelKey, _ variant: Int) -> JSONValue {
        var labels: JSONValue = ["mark": .string(mark(of: key))]
        if variant % 3 > 0 { labels["a"] = .string("\(variant % 3 - 1)") }
        var object: JSONValue = [
            "apiVersion": .string(key.kind.apiVersion), "kind": .string(key.kind.name),
            "metadata": ["name": .string(key.name), "labels": labels],
        ]
        for (name, value) in members(of: key, variant).members { object[name] = value }
        return object
    }

    /// What all objects of a seed bear.
    private static func mark(of key: ModelKey) -> String {
        String((key.namespace ?? key.name).prefix { $0 != "-" })
    }

    private static func members(of key: ModelKey, _ variant: Int) -> JSONValue {
        switch key.kind {
        case .configMap: configMap(variant)
        case .secret: secret(variant)
        case .claim: ["spec": claim(variant)]
        case .volume: ["spec": volume(variant)]
        case .statefulSet: ["spec": statefulSet(key.name, variant)]
        case .service: ["spec": service(key.name, variant)]
        case .ingress: ["spec": ingress(variant)]
        case .networkPolicy: ["spec": networkPolicy(variant)]
        case .quota: ["spec": ["hard": ["requests.storage": .string("\(variant)Gi")]]]
        default: [:]
        }
    }

    private static func configMap(_ variant: Int) -> JSONValue {
        switch variant {
        case 0: ["data": ["a": "1"]]
        case 1: ["data": ["a": "2", "b": "1"]]
        case 2: ["data": ["a b": "1"]]
        case 3: ["data": ["a": 1]]
        case 4: [:]
        default: ["data": ["c": ""]]
        }
    }

    private static func secret(_ variant: Int) -> JSONValue {
        switch variant {
        case 0: ["data": ["a": "MQ=="]]
        case 1: ["stringData": ["a": "2", "b": "1"]]
        case 2: ["data": ["a": "!"]]
        case 3: ["type": "example.com/own", "data": ["a": "Mg=="]]
        case 4: [:]
        default: ["type": "Opaque", "data": ["c": ""]]
        }
    }

    private static func claim(_ variant: Int) -> JSONValue {
        let sizes = ["1Gi", "1Gi", "2Gi", "0", "x", "3Gi"]
        var spec: JSONValue = [
            "accessModes": ["ReadWriteOnce"], "storageClassName": "grow",
            "resources": ["requests": ["storage": .string(sizes[variant])]],
        ]
        if variant == 2 { spec["storageClassName"] = "fixed" }
        if variant == 3 { spec["accessModes"] = ["Sometimes"] }
        if variant == 5 { spec["volumeName"] = "some" }
        return spec
    }

    private static func volume(_ variant: Int) -> JSONValue {
        var spec: JSONValue = [
            "capacity": ["storage": "1Gi"], "accessModes": ["ReadWriteOnce"],
            "hostPath": ["path": "/x"], "storageClassName": "fixed",
        ]
        switch variant {
        case 0: break
        case 1: spec["claimRef"] = ["namespace": "n", "name": "c", "uid": "u"]
        case 2:
            spec["hostPath"] = nil
            spec["csi"] = ["driver": "example.com", "volumeHandle": "h"]
        case 3: spec["persistentVolumeReclaimPolicy"] = "Delete"
        case 4: spec["hostPath"] = nil
        default: spec["capacity"] = ["storage": "5000Mi"]
        }
        return spec
    }

    private static func service(_ name: String, _ variant: Int) -> JSONValue {
        let ports: [JSONValue] = [
            [["port": 80]], [["port": 80, "name": "a"], ["port": 81, "name": "b"]],
            [["port": 81, "targetPort": "web"]], [], [["port": 0]],
            [["port": 80, "name": "a"]],
        ]
        return ["clusterIP": "None", "selector": ["a": .string(name)], "ports": ports[variant]]
    }

    private static func ingress(_ variant: Int) -> JSONValue {
        [
            "rules": [
                [
                    "host": "h\(variant).example",
                    "http": [
                        "paths": [
                            [
                                "path": "/", "pathType": "Prefix",
                                "backend": ["service": ["name": "s", "port": ["number": 80]]],
                            ]
                        ]
                    ],
                ]
            ]
        ]
    }

    private static func networkPolicy(_ variant: Int) -> JSONValue {
        switch variant % 3 {
        case 0: ["podSelector": [:]]
        case 1: ["podSelector": ["matchLabels": ["a": "b"]], "policyTypes": ["Egress"]]
        default: ["podSelector": [:], "ingress": [["ports": [["port": 80, "protocol": "TCP"]]]]]
        }
    }
}
