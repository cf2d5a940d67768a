import ArgumentParser
import CMalloc
import Domain
import EngineKubernetes

/// `holdfast-bench memory`
struct MemoryBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memory",
        abstract: "Measure what is kept in mind of services that run in a cluster.")

    @Option(help: "How many services there are.")
    var services = 10_000

    @OptionGroup var offer: Offer

    func run() throws {
        let service = try offer.load().service
        let now = Instant(milliseconds: 0)
        let before = Self.bytesInUse
        var memory = Memory()
        var figures = MemoryFigures()
        for kind in ClusterView.kinds {
            // Each time anew: else texts would be counted as somebody else's.
            let all = try (0..<services).flatMap {
                try RunningService($0, of: service).sightings(kind)
            }
            figures.objects += all.count
            _ = memory.hear(.listed(all), of: kind, at: now)
        }
        figures.heard = Self.bytesInUse - before
        for number in 0..<services {
            let one = RunningService(number, of: service)
            memory.impress(one.observed, by: one.desired, at: now, after: 1)
        }
        // A report has been asked for.
        _ = memory.recollection
        figures.looked = Self.bytesInUse - before
        try Report.print(figures)
        withExtendedLifetime(memory) {}
    }

    /// Of what was allocated; what was freed and is not given back is not among it.
    private static var bytesInUse: Int {
        let info = mallinfo2()
        return Int(info.uordblks + info.hblkhd)
    }
}
