namespace VideoPlatforms.Sandbox.Media;

/// <summary>
/// Creates a video in H.264 (ITU-T H.264, Baseline profile): a still picture with vertical bars, whose colors depend on the seed.
/// </summary>
internal static class H264Track
{
    public const int Width = Columns * BlockSize;
    public const int Height = Rows * BlockSize;
    public const byte Profile = 66;
    public const byte Constraints = 0xC0;
    public const byte Level = 10;

    private const int BlockSize = 16;
    private const int Columns = 10;
    private const int Rows = 6;
    private const int FrameNumberBits = 4;

    /// <summary>Returns the sequence parameter set.</summary>
    public static byte[] SequenceParameters() => new BitWriter()
        .Bits(0x67, 8).Bits(Profile, 8).Bits(Constraints, 8).Bits(Level, 8)
        .Code(0) // seq_parameter_set_id
        .Code(FrameNumberBits - 4)
        .Code(2) // pic_order_cnt_type: frames are displayed in the order in which they are decoded
        .Code(1) // max_num_ref_frames
        .Bits(0, 1) // gaps_in_frame_num_value_allowed_flag
        .Code(Columns - 1).Code(Rows - 1)
        .Bits(1, 1) // frame_mbs_only_flag
        .Bits(1, 1) // direct_8x8_inference_flag
        .Bits(0, 1) // frame_cropping_flag
        .Bits(0, 1) // vui_parameters_present_flag
        .ToUnit();

    /// <summary>Returns the picture parameter set.</summary>
    public static byte[] PictureParameters() => new BitWriter()
        .Bits(0x68, 8)
        .Code(0).Code(0) // pic_parameter_set_id, seq_parameter_set_id
        .Bits(0, 1) // entropy_coding_mode_flag: CAVLC
        .Bits(0, 1) // bottom_field_pic_order_in_frame_present_flag
        .Code(0) // num_slice_groups_minus1
        .Code(0).Code(0) // num_ref_idx_default_active_minus1 of both lists
        .Bits(0, 1).Bits(0, 2) // weighted_pred_flag, weighted_bipred_idc
        .Code(0).Code(0).Code(0) // pic_init_qp_minus26, pic_init_qs_minus26, chroma_qp_index_offset
        .Bits(1, 1) // deblocking_filter_control_present_flag
        .Bits(0, 1).Bits(0, 1) // constrained_intra_pred_flag, redundant_pic_cnt_present_flag
        .ToUnit();

    /// <summary>Returns the first frame. Its first row of blocks contains the colors; the other rows repeat it.</summary>
    public static byte[] KeyFrame(MediaSeed seed)
    {
        const int Luma = 256;
        const int Chroma = 64;
        var frame = new BitWriter()
            .Bits(0x65, 8)
            .Code(0).Code(7).Code(0) // first_mb_in_slice, slice_type I, pic_parameter_set_id
            .Bits(0, FrameNumberBits)
            .Code(0) // idr_pic_id
            .Bits(0, 2) // no_output_of_prior_pics_flag, long_term_reference_flag
            .Code(0) // slice_qp_delta
            .Code(1); // disable_deblocking_filter_idc
        for (var column = 0; column < Columns; column++)
        {
            frame.Code(25).Align(); // mb_type I_PCM: the samples themselves
            Fill(frame, seed.Component(column * 3, 40, 220), Luma);
            Fill(frame, seed.Component((column * 3) + 1, 40, 220), Chroma);
            Fill(frame, seed.Component((column * 3) + 2, 40, 220), Chroma);
        }

        for (var row = 1; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                frame.Code(1).Code(2).Code(0); // mb_type I_16x16 predicted vertically, intra_chroma_pred_mode vertical, mb_qp_delta

                // coeff_token for no coefficients; its code depends on the neighbors, and an I_PCM block counts as sixteen coefficients.
                _ = row == 1 ? frame.Bits(3, 6) : frame.Bits(1, 1);
            }
        }

        return frame.ToUnit();
    }

    /// <summary>Returns a frame that repeats the previous one.</summary>
    public static byte[] RepeatedFrame(int number) => new BitWriter()
        .Bits(0x41, 8)
        .Code(0).Code(5).Code(0) // first_mb_in_slice, slice_type P, pic_parameter_set_id
        .Bits(number % (1 << FrameNumberBits), FrameNumberBits)
        .Bits(0, 1) // num_ref_idx_active_override_flag
        .Bits(0, 1) // ref_pic_list_modification_flag_l0
        .Bits(0, 1) // adaptive_ref_pic_marking_mode_flag
        .Code(0) // slice_qp_delta
        .Code(1) // disable_deblocking_filter_idc
        .Code(Columns * Rows) // mb_skip_run: all blocks
        .ToUnit();

    private static void Fill(BitWriter frame, int value, int count)
    {
        for (var i = 0; i < count; i++)
        {
            frame.Bits(value, 8);
        }
    }
}
