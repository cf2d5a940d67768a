/// Everything that was looked at, as it was seen; what it means is told by `findings`, which
/// looks at nothing else.
package struct Facts: Sendable {
    package var server: ServerFacts
    /// Of Docker; `nil` where services run in a cluster.
    package var engine: EngineFacts?
    package var cluster: ClusterFacts?
    package var data: DataFacts
    package var disks: [DiskFacts]
    package var limits: LimitFacts
    package var clock: ClockFacts
    package var catalog: CatalogFacts
    /// Of the machine of Docker.
    package var ports: PortFacts?
    package var address: AddressFacts?
    package var notices: NoticeFacts

    package var findings: [Diagnosis] {
        server.findings + place + data.findings + disks.flatMap(\.findings) + limits.findings
            + clock.findings + catalog.findings + doors + notices.findings
    }

    private var place: [Diagnosis] { (engine?.findings ?? []) + (cluster?.findings ?? []) }

    private var doors: [Diagnosis] {
        (ports?.findings ?? []) + (address?.findings ?? [])
    }
}
