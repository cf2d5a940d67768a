import TestSupport
import Testing
import Wire

/// The cluster that acts by itself, as it was seen at a real one.
@Suite struct ModelControllersTests {
    /// A claim `c`, a StatefulSet `s` that uses it, and a class.
    fileprivate struct Stage {
        var world = ModelWorld()
        var controllers = ModelControllers()
        let claim = ModelKey(.claim, "c", in: "default")
        let set = ModelKey(.statefulSet, "s", in: "default")
        let pod = ModelKey(.pod, "s-0", in: "default")

        init(policy: String = "Retain", mode: String = "WaitForFirstConsumer") {
            world.ask(
                "POST", "/apis/storage.k8s.io/v1/storageclasses",
                [
                    "metadata": ["name": "k"], "provisioner": "example.com/p",
                    "allowVolumeExpansion": true, "reclaimPolicy": .string(policy),
                    "volumeBindingMode": .string(mode),
                ])
            makeClaim("c")
            world.ask("POST", set.kind.path(in: "default"), Self.statefulSet)
        }

        mutating func makeClaim(_ name: String, volume: String? = nil) {
            var body: JSONValue = [
                "metadata": ["name": .string(name)],
                "spec": [
                    "accessModes": ["ReadWriteOnce"], "storageClassName": "k",
                    "resources": ["requests": ["storage": "1Gi"]],
                ],
            ]
            body["spec", "volumeName"] = volume.map(JSONValue.string)
            world.ask("POST", ModelKind.claim.path(in: "default"), body)
        }

        mutating func settle() {
            let world = self.world
            var made = 0
            controllers.settle(&self.world.cluster, now: ModelWorld.noon) {
                made += 1
                return "uid-\(world.cluster.version)-\(made)"
            }
        }

        var volume: ModelKey? {
            world.cluster.objects(of: .volume).first?.name.map { ModelKey(.volume, $0) }
        }

        func phase(_ key: ModelKey) -> String? { world.cluster[key]?["status", "phase"]?.text }

        mutating func scale(_ count: Int) {
            _ = world.merge(set.path, ["spec": ["replicas": .integer(count)]])
        }

        private static let statefulSet: JSONValue = [
            "metadata": ["name": "s"],
            "spec": [
                "serviceName": "s", "selector": ["matchLabels": ["app": "s"]],
                "template": [
                    "metadata": ["labels": ["app": "s"]],
                    "spec": [
                        "containers": [["name": "c", "image": "example/app:1"]],
                        "volumes": [
                            ["name": "d", "persistentVolumeClaim": ["claimName": "c"]]
                        ],
                    ],
                ],
            ],
        ]
    }

    @Test func aSetComesUpOnAVolumeOfItsOwn() {
        var stage = Stage()
        stage.settle()
        #expect(stage.phase(stage.claim) == "Bound")
        #expect(stage.phase(stage.pod) == "Running")
        #expect(stage.world.cluster[stage.set]?["status", "readyReplicas"] == 1)
        #expect(stage.controllers.files(of: stage.claim, stage.world.cluster) == [:])
    }

    @Test func aClaimThatWaitsForAConsumerHasNoVolume() {
        var stage = Stage()
        stage.scale(0)
        stage.settle()
        #expect(stage.phase(stage.claim) == "Pending")
        #expect(stage.volume == nil)
    }

    @Test func aClaimInUseGoesOnlyWithItsPod() {
        var stage = Stage()
        stage.settle()
        stage.world.ask("DELETE", stage.claim.path)
        stage.settle()
        #expect(stage.world.cluster[stage.claim]?.isTerminating == true)
        stage.scale(0)
        stage.settle()
        #expect(stage.world.cluster[stage.claim] == nil)
        #expect(stage.volume.flatMap { stage.phase($0) } == "Released")
    }

    @Test func whatIsReleasedCanBeGivenToANewClaimWithItsData() throws {
        var stage = Stage()
        stage.settle()
        stage.controllers.write("kept", to: "f", in: stage.claim, stage.world.cluster)
        stage.scale(0)
        stage.settle()
        stage.world.ask("DELETE", stage.claim.path)
        stage.settle()
        let volume = try #require(stage.volume)
        stage.makeClaim("c", volume: volume.name)
        stage.settle()
        #expect(stage.phase(stage.claim) == "Pending", "another claim's uid is in the way")
        _ = stage.world.merge(volume.path, ["spec": ["claimRef": ["uid": .null]]])
        stage.settle()
        #expect(stage.phase(stage.claim) == "Bound")
        #expect(stage.controllers.files(of: stage.claim, stage.world.cluster) == ["f": "kept"])
    }

    @Test(arguments: [("Retain", true, 1), ("Delete", true, 0), ("Delete", false, 1)])
    func thePolicyDecidesWhatIsLeft(_ policy: String, _ provisionerRuns: Bool, _ left: Int) {
        var stage = Stage(policy: policy)
        stage.settle()
        stage.controllers.provisionerRuns = provisionerRuns
        stage.scale(0)
        stage.world.ask("DELETE", stage.claim.path)
        stage.settle()
        #expect(stage.controllers.bytes.count == left)
        #expect(stage.world.cluster.objects(of: .volume).count == left)
    }

    @Test func aBrokenTemplateIsNotReplacedByItself() {
        var stage = Stage()
        stage.controllers.brokenImages = ["example/app:broken"]
        stage.settle()
        stage.setImage("example/app:broken")
        stage.settle()
        #expect(stage.phase(stage.pod) == "Pending")
        stage.setImage("example/app:2")
        stage.settle()
        #expect(stage.phase(stage.pod) == "Pending")
        stage.scale(0)
        stage.settle()
        stage.scale(1)
        stage.settle()
        #expect(stage.phase(stage.pod) == "Running")
        #expect(stage.controllers.doubleWriters == [])
    }

    @Test func aLostClaimIsFoundAgainWithItsVolume() throws {
        var stage = Stage()
        stage.settle()
        let key = try #require(stage.volume)
        var volume = try #require(stage.world.cluster[key])
        stage.world.ask("DELETE", key.path)
        _ = stage.world.merge(key.path, ["metadata": ["finalizers": .null]])
        stage.settle()
        #expect(stage.phase(stage.claim) == "Lost")
        volume["metadata"] = ["name": .string(key.name)]
        stage.world.ask("POST", ModelKind.volume.path(), volume)
        stage.settle()
        #expect(stage.phase(stage.claim) == "Bound")
    }

    @Test func aNamespaceTakesAllWithIt() {
        var stage = Stage()
        stage.world.ask("POST", "/api/v1/namespaces", ["metadata": ["name": "n"]])
        stage.world.ask("POST", "/api/v1/namespaces/n/secrets", ["metadata": ["name": "x"]])
        stage.world.ask("DELETE", "/api/v1/namespaces/n")
        stage.settle()
        #expect(stage.world.cluster[ModelKey(.namespace, "n")] == nil)
        #expect(stage.world.cluster.objects(of: .secret) == [])
    }

    @Test(arguments: ["Background", "Foreground"])
    func podsGoWithTheirSet(_ policy: String) {
        var stage = Stage()
        stage.settle()
        stage.world.ask("DELETE", "\(stage.set.path)?propagationPolicy=\(policy)")
        stage.settle()
        #expect(stage.world.cluster[stage.pod] == nil)
        #expect(stage.world.cluster[stage.set] == nil)
        #expect(stage.phase(stage.claim) == "Bound")
    }
}

extension ModelControllersTests.Stage {
    fileprivate mutating func setImage(_ image: String) {
        _ = world.merge(
            set.path,
            [
                "spec": [
                    "template": ["spec": ["containers": [["name": "c", "image": .string(image)]]]]
                ]
            ])
    }
}
