import Wire

/// What the server says of itself.
enum ModelDiscovery {
    /// `nil` where the path is about objects.
    static func answer(to path: String) -> ModelAnswer? {
        let parts = path.split(separator: "/").map(String.init)
        switch parts {
        case ["version"]: return ModelAnswer(200, version)
        case ["readyz"], ["livez"], ["healthz"]: return ModelAnswer(200, text: "ok")
        case ["api"]:
            return ModelAnswer(200, ["kind": "APIVersions", "versions": ["v1"]])
        case ["api", "v1"]: return ModelAnswer(200, resources(of: ""))
        case ["apis"]:
            return ModelAnswer(
                200,
                [
                    "kind": "APIGroupList", "apiVersion": "v1",
                    "groups": .array(groups.map { group($0, isListed: true) }),
                ])
        default: return groupAnswer(to: parts)
        }
    }

    private static func groupAnswer(to parts: [String]) -> ModelAnswer? {
        if parts.first == "api" { return nil }
        guard parts.first == "apis", parts.count > 1, groups.contains(parts[1]) else {
            return ModelAnswer(404, text: "404 page not found\n")
        }
        if parts.count == 2 { return ModelAnswer(200, group(parts[1], isListed: false)) }
        if parts.count == 3, parts[2] == "v1" {
            return ModelAnswer(200, resources(of: parts[1]))
        }
        return nil
    }

    private static let version: JSONValue = [
        "major": "1", "minor": "36", "gitVersion": "v1.36.2", "platform": "linux/amd64",
    ]

    private static let groups: [String] =
        Set(ModelKind.all.map(\.group) + ["authorization.k8s.io"]).filter { !$0.isEmpty }.sorted()

    private static func group(_ name: String, isListed: Bool) -> JSONValue {
        let version: JSONValue = ["groupVersion": .string("\(name)/v1"), "version": "v1"]
        var group: JSONValue = [
            "name": .string(name), "versions": [version], "preferredVersion": version,
        ]
        if !isListed {
            group["kind"] = "APIGroup"
            group["apiVersion"] = "v1"
        }
        return group
    }

    private static func resources(of group: String) -> JSONValue {
        let kinds = ModelKind.all.filter { $0.group == group }
        return [
            "kind": "APIResourceList", "apiVersion": "v1",
            "groupVersion": .string(group.isEmpty ? "v1" : "\(group)/v1"),
            "resources": .array(
                kinds.map { kind in
                    [
                        "name": .string(kind.plural), "namespaced": .bool(kind.isNamespaced),
                        "singularName": .string(kind.name.lowercased()),
                        "kind": .string(kind.name),
                        "verbs": [
                            "create", "delete", "deletecollection", "get", "list", "patch",
                            "update", "watch",
                        ],
                    ]
                }),
        ]
    }
}
