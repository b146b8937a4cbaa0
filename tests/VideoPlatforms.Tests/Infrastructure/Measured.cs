namespace VideoPlatforms.Tests.Infrastructure;

/// <summary>Tests that measure memory, timers or time of the whole process: no other runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Measured
{
    public const string Name = "Measured";
}
