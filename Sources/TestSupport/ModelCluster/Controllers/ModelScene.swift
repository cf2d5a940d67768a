import Wire

/// A cluster in the hands of its controllers: they ask it as everybody does.
struct ModelScene {
    var cluster: ModelCluster
    var moment: ModelMoment

    @discardableResult
    mutating func ask(
        _ method: String, _ target: String, _ body: JSONValue? = nil, type: String? = nil
    ) -> ModelAnswer {
        var request = ModelRequest(method, target, json: body, contentType: type)
        request.agent = "controllers"
        return cluster.answer(request, now: moment.now, newUID: moment.newUID)
    }

    /// - Returns: Whether it has changed anything.
    mutating func merge(_ key: ModelKey, _ patch: JSONValue, status: Bool = false) -> Bool {
        let before = cluster.version
        ask(
            "PATCH", key.path + (status ? "/status" : ""), patch,
            type: "application/merge-patch+json")
        return cluster.version != before
    }

    mutating func setStatus(_ key: ModelKey, _ status: JSONValue) -> Bool {
        merge(key, ["status": status], status: true)
    }

    mutating func dropFinalizer(_ key: ModelKey, _ finalizer: String) -> Bool {
        let left = (cluster[key]?.finalizers ?? []).filter { $0 != finalizer }
        return merge(key, ["metadata": ["finalizers": .array(left.map(JSONValue.string))]])
    }

    func all(_ kind: ModelKind) -> [(key: ModelKey, object: JSONValue)] {
        cluster.store.objects(of: kind)
    }

    /// The pods that have a claim in their spec.
    func pods(using claim: ModelKey) -> [(key: ModelKey, object: JSONValue)] {
        all(.pod).filter { key, pod in
            key.namespace == claim.namespace && Self.claims(of: pod).contains(claim.name)
        }
    }

    static func claims(of pod: JSONValue) -> [String] {
        (pod["spec", "volumes"]?.items ?? []).compactMap {
            $0["persistentVolumeClaim", "claimName"]?.text
        }
    }
}
