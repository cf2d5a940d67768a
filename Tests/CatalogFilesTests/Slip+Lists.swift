extension WrongFileTests.Slip {
    /// Secrets, volumes and variants.
    static let lists: [Self] = [
        Self(
            "bytes: 16", "bytes: 7",
            """
            notes.yaml:11:24: “bytes” must be a whole number from 8 to 64, not “7”.
            """),
        Self(
            "  - {name: KEY, bytes: 16, survivesReset: true}",
            "  - {name: KEY, bytes: 16, survivesReset: true}\n"
                + "  - {name: KEY, bytes: 16, survivesReset: true}",
            "notes.yaml:12:5: there is already a secret “KEY”; name this another way."),
        Self(
            "mountPath: /data", "mountPath: data",
            """
            notes.yaml:14:16: “mountPath” must be an absolute path such as /data, not “data”.
            """),
        Self(
            "mountPath: /data", "mountPath: /data/../etc",
            """
            notes.yaml:14:16: “mountPath” must be an absolute path such as /data, \
            not “/data/../etc”.
            """),
        Self(
            "owner: 1000:1000", "owner: node",
            "notes.yaml:15:12: “owner” must be uid:gid, such as 1000:1000, not “node”."),
        Self(
            "ReadWriteOnce", "ReadWriteMany",
            """
            notes.yaml:16:17: “accessMode” must be ReadWriteOnce or ReadWriteOncePod, \
            since a volume has one writer, not “ReadWriteMany”.
            """),
        Self(
            "health:", "  - {name: more, mountPath: /data/more}\nhealth:",
            """
            notes.yaml:17:5: “/data/more” overlaps “/data” of volume “data”; mount them apart.
            notes.yaml:28:14: volume “more” has no size; add it, such as “more: 250Mi”.
            """),
        Self(
            "health:", "  - {name: data, mountPath: /database}\nhealth:",
            "notes.yaml:17:5: there is already a volume “data”; name this another way."),
        Self(
            "cpu: 500m", "cpu: 0.0001",
            "notes.yaml:24:10: “cpu”: “0.0001” is not a whole number of the smallest unit; "
                + "choose a smaller unit."),
        Self(
            "cpu: 500m", "cpu: 0", "notes.yaml:24:10: “cpu” must be more than 0."),
        Self(
            "memory: 128Mi", "memory: 128MB",
            "notes.yaml:25:13: “memory”: “128MB” is not a quantity; write a number and a unit, "
                + "such as 250Mi, 1Gi or 500M."),
        Self(
            "{data: 250Mi}", "{data: 250Mi}\n    grace: 1d",
            """
            notes.yaml:28:12: “grace” must be 2d at least, so that owners can be warned in time.
            """),
        Self(
            "{data: 250Mi}", "{data: 250Mi}\n    grace: soon",
            "notes.yaml:28:12: “grace” must be a time such as 500ms, 5s or 2m, not “soon”."),
        Self(
            "{data: 250Mi}", "{data: 0}", "notes.yaml:27:21: “data” must be more than 0."),
        Self(
            "{data: 250Mi}", "{dat: 250Mi}",
            """
            notes.yaml:27:14: volume “data” has no size; add it, such as “data: 250Mi”.
            notes.yaml:27:15: unknown volume “dat”; did you mean “data”?
            """),
        Self(
            "    volumes: {data: 250Mi}\n", "",
            "notes.yaml:23:5: “volumes” is missing; add it, such as "
                + "“volumes: {data: 250Mi}”."),
        Self(
            "    volumes: {data: 250Mi}\n",
            "    volumes: {data: 250Mi}\n"
                + "  - {name: BASIC, cpu: 1, memory: 1Gi, processes: 9, volumes: {data: 1Gi}}\n",
            "notes.yaml:28:5: there is already a variant “basic”; name this another way."),
    ]
}
