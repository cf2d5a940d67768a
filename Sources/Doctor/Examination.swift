package import Domain

/// Looks at everything, changes nothing, and leaves what it means to `Facts`.
package struct Examination: Sendable {
    /// This program's version.
    package var program: String
    package var data: String
    /// Where volumes of enforced size are, if there are any.
    package var volumes: String?
    package var catalog: String
    package var ports: ClosedRange<Int>
    package var publish: String
    package var publicHost: String
    /// The server that a client here would speak to.
    package var server: String
    /// The engine that this data was on, by its `DOCKER_HOST`, if that is known.
    package var knownEngine: String?
    package var environment: [String: String]
    package var notices: NoticeSettings
    /// Where services run in a cluster, instead of the engine.
    package var cluster: ClusterExamination?
    package var clock: any WallClock

    package init(
        program: String, data: String, volumes: String?, catalog: String,
        ports: ClosedRange<Int>, publish: String, publicHost: String, server: String,
        knownEngine: String?, environment: [String: String], notices: NoticeSettings,
        cluster: ClusterExamination? = nil, clock: any WallClock
    ) {
        self.program = program
        self.data = data
        self.volumes = volumes
        self.catalog = catalog
        self.ports = ports
        self.publish = publish
        self.publicHost = publicHost
        self.server = server
        self.knownEngine = knownEngine
        self.environment = environment
        self.notices = notices
        self.cluster = cluster
        self.clock = clock
    }

    /// - Parameter abilities: Asks the engine what it can do; `nil` where it does not tell.
    package func facts(
        abilities: @escaping @Sendable (_ host: String) async -> EngineAbilities?
    ) async -> Facts {
        async let answer = Self.answer(of: server)
        async let told = examineNotices()
        async let clusterFacts = cluster?.facts()
        let engine = cluster == nil ? await examineEngine(abilities) : nil
        let (dataFacts, newest) = examineData()
        return Facts(
            server: ServerFacts(program: program, address: server, answer: await answer),
            engine: engine?.facts, cluster: await clusterFacts, data: dataFacts,
            disks: disks(with: engine?.facts),
            limits: LimitFacts(openFiles: Self.openFiles()),
            clock: ClockFacts(now: clock.now(), engineLead: engine?.lead, newest: newest),
            catalog: examineCatalog(), ports: engine.map { _ in examinePorts() },
            address: engine.map { engine in
                AddressFacts(
                    publish: publish, publicHost: publicHost, isEngineLocal: engine.facts.isLocal)
            },
            notices: await told)
    }

    private func disks(with engine: EngineFacts?) -> [DiskFacts] {
        let root = engine?.isLocal == true ? engine?.report?.root : nil
        return [
            Self.disk("the data directory", data),
            volumes.flatMap { Self.disk("the volumes", $0) },
            root.flatMap { Self.disk("the engine", $0) },
        ].compactMap(\.self)
    }

    private func examinePorts() -> PortFacts {
        PortFacts(
            range: ports, taken: Self.listening().filter { ports.contains($0) },
            fleeting: Self.fleetingPorts())
    }
}
