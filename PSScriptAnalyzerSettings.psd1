@{
    ExcludeRules = @(
        # The demo and the benchmarks talk to the person in front of them.
        'PSAvoidUsingWriteHost'
    )
}
