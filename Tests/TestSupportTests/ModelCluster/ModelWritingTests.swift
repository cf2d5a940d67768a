import TestSupport
import Testing
import Wire

/// Tables of what a write is answered by; each row was seen at kube-apiserver 1.36.2.
@Suite struct ModelWritingTests {
    private static let claims = "/api/v1/namespaces/default/persistentvolumeclaims"

    private static func claim(_ name: String, _ size: String = "1Gi") -> JSONValue {
        [
            "apiVersion": "v1", "kind": "PersistentVolumeClaim",
            "metadata": ["name": .string(name)],
            "spec": [
                "accessModes": ["ReadWriteOnce"], "storageClassName": "grow",
                "resources": ["requests": ["storage": .string(size)]],
            ],
        ]
    }

    /// A world with the claim `a`, bound to 1Gi, of a class that may grow or not.
    private static func world(grows: Bool = true) -> ModelWorld {
        var world = ModelWorld()
        world.ask(
            "POST", "/apis/storage.k8s.io/v1/storageclasses",
            [
                "metadata": ["name": "grow"], "provisioner": "example.com/p",
                "allowVolumeExpansion": .bool(grows),
            ])
        world.ask("POST", claims, claim("a"))
        _ = world.merge(
            "\(claims)/a/status",
            ["status": ["phase": "Bound", "capacity": ["storage": "1Gi"]]])
        return world
    }

    @Test(
        arguments: [
            (["uid": "stranger"], 409), (["resourceVersion": "1"], 409),
            (["uid": "uid-2", "resourceVersion": "1"], 409), (["uid": "uid-2"], 200),
        ] as [(JSONValue, Int)])
    func preconditionsAreHeld(_ preconditions: JSONValue, _ code: Int) {
        var world = Self.world()
        let path = "\(Self.claims)/a"
        let answer = world.ask("DELETE", path, ["preconditions": preconditions])
        #expect(answer.code == code)
        #expect(world.ask("GET", path).body.isTerminating == (code == 200))
    }

    @Test func aClaimIsHeldByItsFinalizerAndDeletedOnce() {
        var world = Self.world()
        let path = "\(Self.claims)/a"
        let first = world.ask("DELETE", path).body
        let second = world.ask("DELETE", path).body
        #expect(first.isTerminating)
        #expect(first == second)
        let again = world.ask("POST", Self.claims, Self.claim("a"))
        #expect(again.code == 409)
        #expect(
            again.body["message"]
                == "object is being deleted: persistentvolumeclaims \"a\" already exists")
        #expect(world.merge(path, ["metadata": ["finalizers": .null]]).code == 200)
        #expect(world.ask("GET", path).code == 404)
    }

    /// Asked for in the query, a dry run is none where there is a body.
    @Test func aBodyHidesTheQuery() {
        var world = Self.world()
        let path = "\(Self.claims)/a"
        world.ask("DELETE", "\(path)?dryRun=All")
        #expect(!world.ask("GET", path).body.isTerminating)
        world.ask("DELETE", path, ["dryRun": ["All"]])
        #expect(!world.ask("GET", path).body.isTerminating)
        world.ask("DELETE", "\(path)?dryRun=All", ["preconditions": ["uid": "uid-2"]])
        #expect(world.ask("GET", path).body.isTerminating)
    }

    @Test(
        arguments: [
            (true, ["3Gi"], [200]), (false, ["3Gi"], [403]), (true, ["3Gi", "2Gi"], [200, 200]),
            (true, ["3Gi", "1Gi"], [200, 422]), (true, ["3Gi", "512Mi"], [200, 422]),
            (false, ["1024Mi"], [200]),
        ] as [(Bool, [String], [Int])])
    func claimsGrow(_ mayGrow: Bool, _ sizes: [String], _ codes: [Int]) {
        var world = Self.world(grows: mayGrow)
        let answers = sizes.map { size in
            world.merge(
                "\(Self.claims)/a",
                ["spec": ["resources": ["requests": ["storage": .string(size)]]]]
            ).code
        }
        #expect(answers == codes)
    }

    @Test func anUnboundClaimDoesNotGrow() {
        var world = Self.world()
        world.ask("POST", Self.claims, Self.claim("b"))
        let answer = world.merge(
            "\(Self.claims)/b", ["spec": ["resources": ["requests": ["storage": "2Gi"]]]])
        #expect(answer.code == 422)
    }

    @Test(
        arguments: [
            (["uid": "stranger"], 422), (["resourceVersion": "1"], 409),
            (["uid": "stranger", "resourceVersion": "1"], 409), (["uid": "uid-2"], 200),
            (["name": "other"], 400), (["namespace": "other"], 400),
        ] as [(JSONValue, Int)])
    func mergesAreGuarded(_ metadata: JSONValue, _ code: Int) {
        var world = Self.world()
        var patch: JSONValue = ["metadata": metadata]
        patch["metadata", "labels"] = ["a": "b"]
        #expect(world.merge("\(Self.claims)/a", patch).code == code)
        #expect((world.ask("GET", "\(Self.claims)/a").body.labels["a"] == "b") == (code == 200))
    }

    @Test func nothingIsMadeInATerminatingNamespace() {
        var world = ModelWorld()
        world.ask("POST", "/api/v1/namespaces", ["metadata": ["name": "n"]])
        world.ask("DELETE", "/api/v1/namespaces/n")
        let answer = world.ask(
            "POST", "/api/v1/namespaces/n/configmaps", ["metadata": ["name": "c"]])
        #expect(answer.code == 403)
        let causes = answer.body["details", "causes"]?.items ?? []
        #expect(causes.first?["reason"] == "NamespaceTerminating")
        let nowhere = world.ask(
            "POST", "/api/v1/namespaces/no/configmaps", ["metadata": ["name": "c"]])
        #expect(nowhere.code == 404)
    }

    /// What `DeleteCollection` does with a condition that not every object meets.
    @Test func aCollectionIsDeletedUpToTheFirstRefusal() {
        var world = ModelWorld()
        let path = "/api/v1/namespaces/default/configmaps"
        for name in ["a", "b"] { world.ask("POST", path, ["metadata": ["name": .string(name)]]) }
        #expect(world.ask("DELETE", path, ["preconditions": ["uid": "uid-1"]]).code == 409)
        #expect(world.cluster.objects(of: .configMap).compactMap(\.name) == ["b"])
    }

    @Test func onlyATicketedUIDKeepsApplyFromMaking() {
        var world = ModelWorld()
        let path = "/api/v1/namespaces/default/configmaps/a"
        func body(_ metadata: JSONValue) -> JSONValue {
            var body: JSONValue = ["apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata]
            body["metadata", "name"] = "a"
            return body
        }
        #expect(world.apply(path, body(["uid": "gone"])).code == 409)
        #expect(world.apply(path, body(["resourceVersion": "5"])).code == 201)
        #expect(world.apply(path, body(["uid": "stranger"])).code == 422)
        #expect(world.apply(path, body(["resourceVersion": "1"])).code == 409)
    }

    @Test func applyTakesBackWhatItNoLongerSays() {
        var world = ModelWorld()
        let path = "/api/v1/namespaces/default/configmaps"
        func body(_ data: JSONValue) -> JSONValue {
            ["apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a"], "data": data]
        }
        world.ask("POST", path, body(["theirs": "1"]))
        _ = world.apply("\(path)/a", body(["ours": "1", "also": "1"]))
        let answer = world.apply("\(path)/a", body(["ours": "1"])).body
        #expect(answer["data"] == ["theirs": "1", "ours": "1"])
        #expect(world.apply("\(path)/a", body(["ours": "1"])).body == answer)
    }

    /// The first write that changes nothing is one for a claim that has just been made, and for
    /// nothing else.
    @Test(arguments: [("persistentvolumeclaims", true), ("configmaps", false)])
    func aNewClaimIsStoredOnceMore(_ plural: String, _ isStored: Bool) {
        var world = ModelWorld()
        let path = "/api/v1/namespaces/default/\(plural)"
        let body = plural == "configmaps" ? ["metadata": ["name": "b"]] : Self.claim("b")
        let made = world.ask("POST", path, body).body.resourceVersion
        let first = world.merge("\(path)/b", [:]).body.resourceVersion
        let second = world.merge("\(path)/b", [:]).body.resourceVersion
        #expect((first != made) == isStored)
        #expect(second == first)
    }

    /// To own the same fields is a change, too.
    @Test func theFirstApplyOfAManagerIsAWrite() {
        var world = ModelWorld()
        let path = "/api/v1/namespaces/default/configmaps"
        let body: JSONValue = [
            "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a"],
            "data": ["k": "v"],
        ]
        let made = world.ask("POST", path, body).body.resourceVersion
        let first = world.apply("\(path)/a", body).body.resourceVersion
        let second = world.apply("\(path)/a", body).body.resourceVersion
        #expect(first != made)
        #expect(second == first)
    }
}
