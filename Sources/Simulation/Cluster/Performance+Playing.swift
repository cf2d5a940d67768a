import Domain

/// What goes on in a cluster by itself.
extension Performance {
    /// Whenever something has changed: its controllers act, one after the other, and those who
    /// listen hear of it.
    func playCluster(_ cluster: PlayedCluster) async {
        for await _ in cluster.bell {
            while !Task.isCancelled, stage.stepCluster(cluster) {
                if stage.dice.chance(50) { cluster.deliver(&stage.dice) }
                let pause = stage.dice.pick([5, 20, 100, 400])
                try? await stage.clock.sleep(for: .milliseconds(pause))
            }
            cluster.deliver(&stage.dice)
        }
    }

    func keepTime(of cluster: PlayedCluster) async {
        while !stage.isOver {
            await sleep(60)
            cluster.tellTheTime()
        }
    }
}
