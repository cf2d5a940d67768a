extension WrongFileTests.Slip {
    /// What is not YAML, or not a map.
    static let syntax: [Self] = [
        Self(
            "port: 8080", "name: again",
            "notes.yaml:1:1: given more than once in one map: “name”; keep one of each."),
        Self(
            "port: 8080", "port: [8080",
            "notes.yaml:6:5: not valid YAML: did not find expected ',' or ']' "
                + "(while parsing a flow sequence, from line 5)."),
        Self(
            "port: 8080", "\tport: 8080",
            "notes.yaml:5:1: not valid YAML: found a tab character that violates "
                + "indentation (while scanning a plain scalar, from line 4)."),
        Self(
            "image:", "---\nimage:",
            "notes.yaml:4:1: not valid YAML: but found another document "
                + "(expected a single document in the stream, from line 1)."),
        Self(
            "title: Notes", "title: No\u{7}tes",
            "notes.yaml:2:10: not valid YAML: control characters are not allowed."),
        Self(
            WrongFileTests.right, "- just\n- a list\n",
            "notes.yaml:1:1: “service” must be a map of keys and values, not a list."),
        Self(
            WrongFileTests.right, "# nothing\n",
            "notes.yaml:1:1: is empty; describe one service, beginning with “name: …”."),
    ]
}
