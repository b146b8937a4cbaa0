using System.Management.Automation;
using Polly;

namespace VideoPlatforms.Tests.Conventions;

/// <summary>An unapproved verb.</summary>
[Cmdlet("Fetch", "PolyvVideo", SupportsPaging = true)]
public sealed class WrongVerb : Cmdlet;

/// <summary>A noun without a platform prefix.</summary>
[Cmdlet(VerbsCommon.Get, "Video", SupportsPaging = true)]
public sealed class WrongPrefix : Cmdlet;

/// <summary>A plural noun.</summary>
[Cmdlet(VerbsCommon.Get, "PolyvVideos", SupportsPaging = true)]
public sealed class WrongNumber : Cmdlet;

/// <summary>Output without a declared type.</summary>
[Cmdlet(VerbsCommunications.Connect, "PolyvWrong")]
public sealed class WrongOutput : Cmdlet;

/// <summary>A change without ShouldProcess, PassThru or pipeline input.</summary>
[Cmdlet(VerbsCommon.Set, "PolyvWrong")]
public sealed class WrongChange : Cmdlet;

/// <summary>A deletion without high ConfirmImpact.</summary>
[Cmdlet(VerbsCommon.Remove, "PolyvWrong", SupportsShouldProcess = true)]
public sealed class WrongDeletion : Cmdlet;

/// <summary>A list without paging or a session.</summary>
[Cmdlet(VerbsCommon.Get, "PolyvWrong")]
public sealed class WrongList : Cmdlet;

/// <summary>A secret in plain text.</summary>
[Cmdlet(VerbsCommunications.Connect, "PolyvWrong")]
public sealed class WrongSecret : Cmdlet
{
    [Parameter]
    public string? SecretKey { get; set; }
}

/// <summary>An output type that indirectly exposes a type of a library.</summary>
[Cmdlet(VerbsCommon.Get, "PolyvWrong")]
[OutputType(typeof(Carrier))]
public sealed class WrongTypes : Cmdlet
{
    public sealed class Carrier
    {
        public IReadOnlyList<ResilienceContext>? Contexts { get; init; }
    }
}
