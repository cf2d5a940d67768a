/// Everything that was looked at, as it was seen; what it means is told by `findings`, which
/// looks at nothing else.
package struct Facts: Sendable {
    package var server: ServerFacts
    package var engine: EngineFacts
    package var data: DataFacts
    package var disks: [DiskFacts]
    package var limits: LimitFacts
    package var clock: ClockFacts
    package var catalog: CatalogFacts
    package var ports: PortFacts
    package var address: AddressFacts
    package var notices: NoticeFacts

    package var findings: [Diagnosis] {
        server.findings + engine.findings + data.findings + disks.flatMap(\.findings)
            + limits.findings + clock.findings + catalog.findings + ports.findings
            + address.findings + notices.findings
    }
}
